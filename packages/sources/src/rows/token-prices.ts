/** The meters of one model at one seller, tier and context band, checked against each other. */
import { type Metric, type Row, type Skip, type SkipCode, skip, type TokenTerms } from '@bandgap/core';

/** A price in USD per million tokens as the document has it; not yet known to be a number. */
export interface Meter {
  readonly metric: Metric;
  /** `free` where the source says so in words. A meter the source does not have is left out. */
  readonly value: unknown;
  readonly at: string;
}

export interface TokenPrices {
  readonly subject: string;
  readonly venue: string;
  readonly terms: TokenTerms;
  readonly meters: readonly Meter[];
}

/**
 * Quotes for the meters that are priced; the rules are in token-rules.md. What has no price is told apart: `free` by the source's
 * own word, `unpriced` at zero without that word, `dynamic` below zero, and whatever cannot be read. A cache meter at zero beside
 * a priced input does not exist.
 */
export function tokenRows({ subject, venue, terms, meters }: TokenPrices): readonly Row[] {
  const siblings = siblingsOf(meters);
  const reason = whyWithoutPrice(siblings);
  const [first] = meters;
  if (reason !== undefined && first !== undefined) return [skip(reason, `${subject} ${terms.tier}`, first.at)];

  const rows: Row[] = [];
  for (const { metric, value, at } of meters) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
      if (value !== 0 || !isCache(metric)) rows.push(noPrice(value, `${subject} ${metric}`, at));
      continue;
    }
    const objection = incoherence(metric, value, siblings);
    if (objection !== undefined) rows.push(skip('implausible', `${subject} ${metric}: ${objection}`, at));
    else rows.push({ kind: 'quote', series: { subject, metric, venue, terms, unit: 'USD/MTok' }, value, at });
  }
  return rows;
}

function noPrice(value: unknown, text: string, at: string): Skip {
  const reason = reasonFor(value);
  return skip(reason, reason === 'unreadable' ? `${text}: ${JSON.stringify(value)}` : text, at);
}

interface Siblings {
  readonly input: unknown;
  readonly output: unknown;
  readonly fiveMinutes: unknown;
}

function siblingsOf(meters: readonly Meter[]): Siblings {
  let input: unknown;
  let output: unknown;
  let fiveMinutes: unknown;
  for (const { metric, value } of meters) {
    if (metric === 'input') input = value;
    else if (metric === 'output') output = value;
    else if (metric === 'cache_write_5m') fiveMinutes = value;
  }
  return { input, output, fiveMinutes };
}

/** Why none of the meters is a price, where it is the same for input and output and can be read. */
function whyWithoutPrice({ input, output }: Siblings): SkipCode | undefined {
  if (input !== output || (typeof input === 'number' && !(input <= 0))) return undefined;
  const reason = reasonFor(input);
  return reason === 'unreadable' ? undefined : reason;
}

function reasonFor(value: unknown): SkipCode {
  if (value === 0) return 'unpriced';
  if (value === 'free') return 'free';
  return typeof value === 'number' && value < 0 ? 'dynamic' : 'unreadable';
}

const isCache = (metric: Metric) => metric !== 'input' && metric !== 'output';

/** A cached read never costs more than a plain one; a cache write costs one to two times it, for an hour no less than for five minutes. */
function incoherence(metric: Metric, value: number, { input, fiveMinutes }: Siblings): string | undefined {
  if (!isCache(metric) || typeof input !== 'number' || input <= 0) return undefined;
  if (metric === 'cache_read')
    return value > input ? `${value} to read from cache, ${input} to read plainly` : undefined;
  if (value < 0.99 * input || value > 2.01 * input) return `${value} to write to cache, ${input} to read plainly`;
  if (metric === 'cache_write_1h' && typeof fiveMinutes === 'number' && value < fiveMinutes)
    return `${value} to write for an hour, ${fiveMinutes} for five minutes`;
  return undefined;
}
