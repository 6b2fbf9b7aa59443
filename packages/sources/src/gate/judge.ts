/** The gate between reading and believing. */
import { canonicalJson, type Headline, type Quote, type Row, type Skip, type SkipCode, skip } from '@bandgap/core';
import type { Source } from '../define-source.ts';
import { withoutContradictions } from './contradictions.ts';
import { disputedChange } from './disputed-change.ts';
import { type Hold, jump } from './jump.ts';
import { implausibility } from './plausibility.ts';
import type { PreviousReading } from './previous-reading.ts';
import { rentalObjections } from './rental-rules.ts';
import { placeholdersNamed } from './spot-placeholder.ts';
import { staleRelay } from './stale-relay.ts';
import { unitChanges } from './unit-change.ts';
import { versionHold } from './version-hold.ts';

export type { HeldPrice, PreviousReading } from './previous-reading.ts';

export type Verdict = Accepted | Quarantined;

export interface Accepted {
  readonly kind: 'accepted';
  readonly quotes: readonly Quote[];
  readonly headlines: readonly Headline[];
  readonly skips: readonly Skip[];
  /** Quotes that wait to be confirmed; they are among the skips too. */
  readonly held: readonly Held[];
}

export interface Held extends Pick<Hold, 'rule'> {
  readonly quote: Quote;
}

/** Nothing of a quarantined document is believed; it is kept, named and can be released by a person. */
export interface Quarantined {
  readonly kind: 'quarantined';
  readonly reasons: readonly string[];
  readonly skips: readonly Skip[];
}

/** Rental lists of many sellers lose one of them more easily than lists of models lose theirs. */
const smallestShareOfPrevious = { gpu_rental: 0.5, llm_api: 0.7, memory: 0.7 };

/**
 * Quotes that a rule objects to become skips. The document is quarantined where what remains is not what the source
 * expects; a price that only waits to be confirmed still counts as found.
 */
export function judge(source: Source, rows: readonly Row[], previous?: PreviousReading): Verdict {
  const coherent = coherentRows(rows);
  const quotes = quotesIn(coherent);
  const newest = newestOfEachSeries(quotes);
  const headlines = headlinesIn(coherent);

  const reasons = [
    ...shortfalls(source, quotes, headlines),
    ...skippedTooMuch(source, coherent),
    ...shrunk(source, quotes, previous),
    ...versionHold(source, quotes, previous),
    ...unitChanges(newest, (series) => previous?.valueOf(series)),
  ];
  if (reasons.length > 0) return { kind: 'quarantined', reasons, skips: skipsIn(coherent) };
  return previous === undefined ? accepted(coherent) : compared(coherent, newest, previous);
}

/** What a person believes of a document that was not believed: all that its own rules have nothing against. */
export const released = (rows: readonly Row[]): Accepted => accepted(coherentRows(rows));

function coherentRows(rows: readonly Row[]): readonly Row[] {
  const plausible = placeholdersNamed(withoutContradictions(rows.map(unlessObjected(implausibility))));
  return plausible.map(unlessObjected(rentalObjections(quotesIn(plausible))));
}

const accepted = (rows: readonly Row[], held: readonly Held[] = []): Accepted => ({
  kind: 'accepted',
  quotes: quotesIn(rows),
  headlines: headlinesIn(rows),
  skips: skipsIn(rows),
  held,
});

/** Only the newest value of a series can be compared with what was known before. */
function compared(rows: readonly Row[], newest: readonly Quote[], previous: PreviousReading): Accepted {
  const current = new Set(newest);
  const upToDate = rows.map(unlessObjected((quote) => (current.has(quote) ? staleRelay(quote, previous) : undefined)));
  const held: Held[] = [];
  const believed = upToDate.map((row) => {
    const hold = row.kind === 'quote' && current.has(row) ? jump(row, previous) : undefined;
    if (row.kind !== 'quote' || hold === undefined) return row;
    held.push({ quote: row, rule: hold.rule });
    return skip('held', `${offerIn(row)}: ${hold.rule}: ${hold.move}`, row.at);
  });
  const disputed = newest.flatMap((quote) => disputedChange(quote, previous) ?? []);
  return accepted([...believed, ...disputed], held);
}

const quotesIn = (rows: readonly Row[]): readonly Quote[] => rows.filter((row) => row.kind === 'quote');
const skipsIn = (rows: readonly Row[]): readonly Skip[] => rows.filter((row) => row.kind === 'skip');
const headlinesIn = (rows: readonly Row[]): readonly Headline[] => rows.filter((row) => row.kind === 'headline');
const offerIn = ({ series }: Quote): string => `${series.subject} at ${series.venue}`;

const unlessObjected =
  (objectionTo: (quote: Quote) => string | undefined) =>
  (row: Row): Row => {
    const objection = row.kind === 'quote' ? objectionTo(row) : undefined;
    if (row.kind !== 'quote' || objection === undefined) return row;
    return skip('implausible', `${offerIn(row)}: ${objection}`, row.at);
  };

function shortfalls(source: Source, quotes: readonly Quote[], headlines: readonly Headline[]): readonly string[] {
  const { atLeast, mustQuote } = source.expect;
  const [found, what] = source.commodity === 'news' ? [headlines.length, 'headlines'] : [quotes.length, 'quotes'];
  const quoted = new Set(quotes.map(({ series }) => series.subject));
  const missing = mustQuote.filter((subject) => !quoted.has(subject));
  return [
    ...(found < atLeast ? [`expected at least ${atLeast} ${what}, found ${found}`] : []),
    ...(missing.length > 0 ? [`expected a quote of ${missing.join(', ')}`] : []),
  ];
}

/** Rows that no source could give a price for: they say nothing against the document. */
const withoutPriceByDesign: ReadonlySet<SkipCode> = new Set(['out_of_scope', 'free', 'dynamic']);

function skippedTooMuch({ expect }: Source, rows: readonly Row[]): readonly string[] {
  const skips = skipsIn(rows);
  const amiss = skips.filter(({ code }) => !withoutPriceByDesign.has(code));
  const share = amiss.length / Math.max(1, rows.length - skips.length + amiss.length);
  if (share <= expect.rejectIfSkippedOver) return [];
  const examples = amiss
    .slice(0, 3)
    .map(({ code, text, at }) => `${code} ${text} at ${at}`)
    .join('; ');
  return [`skipped ${percent(share)} of rows, expected at most ${percent(expect.rejectIfSkippedOver)}: ${examples}`];
}

function shrunk({ commodity }: Source, quotes: readonly Quote[], previous?: PreviousReading): readonly string[] {
  if (commodity === 'news' || previous === undefined) return [];
  const share = smallestShareOfPrevious[commodity];
  if (quotes.length >= previous.quotes * share) return [];
  return [`found ${quotes.length} quotes, fewer than ${percent(share)} of the ${previous.quotes} before`];
}

/** A document with a history restates old values; only its newest ones can show a changed unit. */
function newestOfEachSeries(quotes: readonly Quote[]): readonly Quote[] {
  const newest = new Map<string, Quote>();
  for (const quote of quotes) {
    const key = canonicalJson(quote.series);
    const other = newest.get(key);
    if (other === undefined || (quote.observedAt ?? '') > (other.observedAt ?? '')) newest.set(key, quote);
  }
  return [...newest.values()];
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
