/** The gate between reading and believing. */
import { canonicalJson, type Headline, type Quote, type Row, type Skip, skip } from '@bandgap/core';
import type { Source } from '../define-source.ts';
import { withoutContradictions } from './contradictions.ts';
import { jump } from './jump.ts';
import { implausibility } from './plausibility.ts';
import type { PreviousReading } from './previous-reading.ts';
import { rentalObjections } from './rental-rules.ts';
import { staleRelay } from './stale-relay.ts';
import { unitChanges } from './unit-change.ts';
import { versionHold } from './version-hold.ts';

export type { PreviousReading } from './previous-reading.ts';

export type Verdict = Accepted | Quarantined;

export interface Accepted {
  readonly kind: 'accepted';
  readonly quotes: readonly Quote[];
  readonly headlines: readonly Headline[];
  readonly skips: readonly Skip[];
}

/** Nothing of a quarantined document is believed; it is kept, named and can be released by a person. */
export interface Quarantined {
  readonly kind: 'quarantined';
  readonly reasons: readonly string[];
  readonly skips: readonly Skip[];
}

const smallestShareOfPrevious = 0.7;

/**
 * Quotes that a rule objects to become skips. The document is quarantined where what remains is not what the source
 * expects; a price that only waits to be confirmed still counts as found.
 */
export function judge(source: Source, rows: readonly Row[], previous?: PreviousReading): Verdict {
  const plausible = withoutContradictions(rows.map(unlessObjected(implausibility)));
  const coherent = plausible.map(unlessObjected(rentalObjections(quotesIn(plausible))));
  const quotes = quotesIn(coherent);
  const newest = newestOfEachSeries(quotes);
  const headlines = coherent.filter((row) => row.kind === 'headline');

  const reasons = [
    ...shortfalls(source, quotes, headlines),
    ...skippedTooMuch(source, coherent),
    ...shrunk(source, quotes, previous),
    ...versionHold(source, quotes, previous),
    ...unitChanges(newest, (series) => previous?.valueOf(series)),
  ];
  if (reasons.length > 0) return { kind: 'quarantined', reasons, skips: skipsIn(coherent) };

  const believed = previous === undefined ? coherent : coherent.map(unlessObjected(held(newest, previous)));
  return { kind: 'accepted', quotes: quotesIn(believed), headlines, skips: skipsIn(believed) };
}

const quotesIn = (rows: readonly Row[]): readonly Quote[] => rows.filter((row) => row.kind === 'quote');
const skipsIn = (rows: readonly Row[]): readonly Skip[] => rows.filter((row) => row.kind === 'skip');

const unlessObjected =
  (objectionTo: (quote: Quote) => string | undefined) =>
  (row: Row): Row => {
    const objection = row.kind === 'quote' ? objectionTo(row) : undefined;
    if (row.kind !== 'quote' || objection === undefined) return row;
    return skip('implausible', `${row.series.subject} at ${row.series.venue}: ${objection}`, row.at);
  };

/** Only the newest value of a series can be compared with what was known before. */
function held(newest: readonly Quote[], previous: PreviousReading) {
  const current = new Set(newest);
  return (quote: Quote) => (current.has(quote) ? (staleRelay(quote, previous) ?? jump(quote, previous)) : undefined);
}

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

function skippedTooMuch({ expect }: Source, rows: readonly Row[]): readonly string[] {
  const skips = skipsIn(rows);
  const outOfScope = skips.filter(({ code }) => code === 'out_of_scope').length;
  const share = (skips.length - outOfScope) / Math.max(1, rows.length - outOfScope);
  if (share <= expect.rejectIfSkippedOver) return [];
  const some = skips.filter(({ code }) => code !== 'out_of_scope').slice(0, 3);
  const examples = some.map(({ code, text, at }) => `${code} ${text} at ${at}`).join('; ');
  return [`skipped ${percent(share)} of rows, expected at most ${percent(expect.rejectIfSkippedOver)}: ${examples}`];
}

function shrunk({ commodity }: Source, quotes: readonly Quote[], previous?: PreviousReading): readonly string[] {
  if (commodity === 'news' || previous === undefined) return [];
  if (quotes.length >= previous.quotes * smallestShareOfPrevious) return [];
  return [
    `found ${quotes.length} quotes, fewer than ${percent(smallestShareOfPrevious)} of the ${previous.quotes} before`,
  ];
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
