/** The meters of one model at one seller, tier and context band, checked against each other. */
import { type Metric, quote, type Row, skip, type TokenTerms } from '@bandgap/core';

/** A price in USD per million tokens as the document has it; not yet known to be a number. */
export interface Meter {
  readonly metric: Metric;
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
 * Quotes for the meters that are priced. Input and output both zero means free or unknown, never a price of zero;
 * a cache meter at zero means that the meter does not exist.
 */
export function tokenRows({ subject, venue, terms, meters }: TokenPrices): readonly Row[] {
  const input = priceOf(meters, 'input');
  const [first] = meters;
  if (first !== undefined && input === 0 && priceOf(meters, 'output') === 0)
    return [skip('not_a_price', `${subject} ${terms.tier}: free or not priced`, first.at)];

  const siblings = { input, fiveMinutes: priceOf(meters, 'cache_write_5m') };
  const rows: Row[] = [];
  for (const { metric, value, at } of meters) {
    if (value === 0 && isCache(metric)) continue;
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
      rows.push(skip('not_a_price', `${subject} ${metric}: ${value}`, at));
      continue;
    }
    const objection = incoherence(metric, value, siblings);
    if (objection !== undefined) rows.push(skip('implausible', `${subject} ${metric}: ${objection}`, at));
    else rows.push(quote({ series: { subject, metric, venue, terms, unit: 'USD/MTok' }, value, at }));
  }
  return rows;
}

function priceOf(meters: readonly Meter[], metric: Metric): unknown {
  for (const meter of meters) if (meter.metric === metric) return meter.value;
  return undefined;
}

const isCache = (metric: Metric) => metric !== 'input' && metric !== 'output';

interface Siblings {
  readonly input: unknown;
  readonly fiveMinutes: unknown;
}

/** A cached read never costs more than a plain one; a cache write costs one to two times it, for an hour no less than for five minutes. */
function incoherence(metric: Metric, value: number, { input, fiveMinutes }: Siblings): string | undefined {
  if (typeof input !== 'number' || input <= 0) return undefined;
  if (metric === 'cache_read' && value > input) return `${value} to read from cache, ${input} to read plainly`;
  if (!metric.startsWith('cache_write')) return undefined;
  if (value < 0.99 * input || value > 2.01 * input) return `${value} to write to cache, ${input} to read plainly`;
  if (metric === 'cache_write_1h' && typeof fiveMinutes === 'number' && value < fiveMinutes)
    return `${value} to write for an hour, ${fiveMinutes} for five minutes`;
  return undefined;
}
