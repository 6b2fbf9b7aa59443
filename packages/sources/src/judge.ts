/** The gate between reading and believing. */
import { canonicalJson, type Headline, type Quote, type Row, type Skip, skip } from '@bandgap/core';
import { withoutContradictions } from './contradictions.ts';
import type { Source } from './define-source.ts';
import { implausibility } from './plausibility.ts';
import { unitChanges } from './unit-change.ts';

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

/** The last accepted reading of the same source. */
export interface PreviousReading {
  readonly quotes: number;
  valueOf(series: Quote['series']): number | undefined;
}

const smallestShareOfPrevious = 0.7;

/** Implausible and contradictory quotes become skips; the document is quarantined where what remains is not what the source expects. */
export function judge(source: Source, rows: readonly Row[], previous?: PreviousReading): Verdict {
  const believed = withoutContradictions(rows.map(plausibleOrSkip));
  const quotes = believed.filter((row) => row.kind === 'quote');
  const headlines = believed.filter((row) => row.kind === 'headline');
  const skips = believed.filter((row) => row.kind === 'skip');

  const reasons = [
    ...shortfalls(source, quotes, headlines),
    ...skippedTooMuch(source, believed, skips),
    ...shrunk(source, quotes, previous),
    ...unitChanges(newestOfEachSeries(quotes), (series) => previous?.valueOf(series)),
  ];
  return reasons.length > 0 ? { kind: 'quarantined', reasons, skips } : { kind: 'accepted', quotes, headlines, skips };
}

function plausibleOrSkip(row: Row): Row {
  const objection = row.kind === 'quote' ? implausibility(row) : undefined;
  return row.kind === 'quote' && objection !== undefined
    ? skip('implausible', `${row.series.subject}: ${objection}`, row.at)
    : row;
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

function skippedTooMuch({ expect }: Source, rows: readonly Row[], skips: readonly Skip[]): readonly string[] {
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
