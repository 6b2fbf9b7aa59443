/** What was not believed, in lines for people. */
import type { DoubtedDetail, DoubtedDocument, HeldOffer, Quarantine } from '@bandgap/views';
import { columns } from '../print.ts';

export function quarantineLines({ documents, prices, rows, rejectedSources }: Quarantine): readonly string[] {
  if (documents.length + prices.length + rows.length + rejectedSources.length === 0) return ['everything was believed'];
  return [
    ...table('DOCUMENTS', documents.map(documentRow), ['ID', 'STATE', 'SOURCE', 'FETCHED', 'WHY']),
    ...table('PRICES HELD BACK', prices.map(priceRow), ['ID', 'STATE', 'SOURCE', 'SINCE', 'OFFER', 'WHY']),
    ...table(
      'ROWS REFUSED IN THE NEWEST DOCUMENTS',
      rows.map(({ id, sourceId, fetchedAt, skips }) => [
        String(id),
        sourceId,
        fetchedAt.slice(0, 16),
        Object.entries(skips)
          .map(([code, count]) => `${count} ${code}`)
          .join(', '),
      ]),
      ['ID', 'SOURCE', 'FETCHED', 'ROWS'],
    ),
    ...table(
      'SOURCES LEFT OUT OF EVERY INDEX',
      rejectedSources.map((each) => [each.sourceId, each.from, each.to, each.author, each.reason]),
      ['SOURCE', 'FROM', 'TO', 'BY', 'REASON'],
    ),
  ];
}

export function quarantinedLines({ document, prices, skipped }: DoubtedDetail): readonly string[] {
  const decisions = document?.decisions ?? prices[0]?.decisions ?? [];
  return [
    ...(document === undefined ? [] : aboutDocument(document)),
    ...table('PRICES HELD BACK', prices.map(priceRow), ['ID', 'STATE', 'SOURCE', 'SINCE', 'OFFER', 'WHY']),
    ...table(
      'ROWS NOT USED, THE MOST FREQUENT',
      skipped.map(({ rows, code, text }) => [String(rows), code, text]),
      ['ROWS', 'WHY', 'TEXT'],
    ),
    ...decisions.map(
      ({ decision, author, decidedAt, reason }) => `${decision} by ${author} at ${decidedAt}: ${reason}`,
    ),
  ];
}

const aboutDocument = (document: DoubtedDocument): readonly string[] => [
  `document ${document.id} of ${document.sourceName}, ${document.verdict}, ${document.state}`,
  `${document.url}`,
  `fetched ${document.fetchedAt}${document.fetches > 1 ? `, the same bytes ${document.fetches} times until ${document.lastFetchedAt}` : ''}`,
  ...document.reasons.map((reason) => `- ${reason}`),
  '',
];

const table = (title: string, rows: readonly (readonly string[])[], head: readonly string[]): readonly string[] =>
  rows.length === 0 ? [] : [title, columns([head, ...rows]), ''];

const documentRow = ({
  id,
  state,
  source,
  fetchedAt,
  fetches,
  verdict,
  reasons,
}: DoubtedDocument): readonly string[] => [
  String(id),
  state,
  source,
  `${fetchedAt.slice(0, 16)}${fetches > 1 ? ` (${fetches} times)` : ''}`,
  `${verdict}: ${reasons.join('; ')}`,
];

const priceRow = ({ id, state, series, since, rule, believed, value }: HeldOffer): readonly string[] => [
  String(id),
  state,
  series.source,
  since,
  `${series.subject} at ${series.venue}, ${series.terms.kind === 'rental' ? series.terms.tenor.replace('_', ' ') : series.metric}`,
  `${rule}: ${believed ?? 'nothing'} believed, ${value} quoted`,
];
