/** Simon Willison's llm-prices: a short list kept by hand, with the days on which prices changed. Good for the past. */
import { type Day, dayOf, type Instant, type Row, skip, type TokenTerms } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { directSeller, tokenSubject } from '../../rows/direct-sellers.ts';
import { type Meter, tokenRows } from '../../rows/token-prices.ts';

const day = z.iso.date().nullish();
const Entry = z.object({
  id: z.string(),
  vendor: z.string(),
  input: z.unknown(),
  input_cached: z.unknown(),
  output: z.unknown(),
  from_date: day,
  to_date: day,
});
type Entry = z.infer<typeof Entry>;
const List = z.object({ prices: z.array(Entry).min(1) });

export const simonw: Source = {
  id: 'simonw',
  name: 'llm-prices',
  home: 'https://www.llm-prices.com',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '45 3 * * *',
  staleAfterMinutes: 30 * 1440,
  licence: { terms: 'attribution', name: 'No licence stated', attribution: 'simonw/llm-prices' },
  optIn: false,
  readByDay: true,
  expect: { atLeast: 10, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://www.llm-prices.com/historical-v1.json' }],
  parse: (artifact) =>
    List.parse(jsonDocument(artifact)).prices.flatMap((entry, index) =>
      entryRows(entry, jsonPointer('prices', index), artifact.fetchedAt),
    ),
};

/** Ids of prices for long prompts end in the length: `gemini-3-1-pro-preview-200k`. */
function entryRows(entry: Entry, path: string, fetchedAt: Instant): readonly Row[] {
  const venue = directSeller(entry.vendor);
  if (venue === undefined) return [];
  if (hasEnded(entry, dayOf(fetchedAt)) && entry.from_date === null)
    return [skip('no_date', `${entry.id}: until ${entry.to_date}, from an unknown day`, path)];
  const [, name = entry.id, thousands] = /^(.+?)(?:-(\d+)k)?$/.exec(entry.id) ?? [];
  const terms: TokenTerms = {
    kind: 'token',
    tier: 'standard',
    contextFrom: Number(thousands ?? 0) * 1000,
    ...(isAhead(entry.from_date, dayOf(fetchedAt)) && { validFrom: entry.from_date }),
  };
  const rows = tokenRows({ subject: tokenSubject('simonw', name, venue), venue, terms, meters: metersOf(entry, path) });
  const observedAt = since(entry, terms);
  return observedAt === undefined ? rows : rows.map((row) => (row.kind === 'quote' ? { ...row, observedAt } : row));
}

const hasEnded = ({ to_date }: Entry, today: Day) => typeof to_date === 'string' && to_date <= today;

const isAhead = (from: Entry['from_date'], today: Day): from is string => typeof from === 'string' && from > today;

const since = ({ from_date }: Entry, { validFrom }: TokenTerms): Instant | undefined =>
  typeof from_date === 'string' && validFrom === undefined ? `${from_date}T00:00:00.000Z` : undefined;

const metersOf = ({ input, input_cached, output }: Entry, path: string): readonly Meter[] => [
  { metric: 'input', value: input, at: `${path}/input` },
  ...(input_cached === null || input_cached === undefined
    ? []
    : [{ metric: 'cache_read', value: input_cached, at: `${path}/input_cached` } as const]),
  { metric: 'output', value: output, at: `${path}/output` },
];
