/** One product of a memory board: prices that are believed together or not at all. */
import type { MemoryPart } from '@bandgap/catalog';
import { type Instant, type MemoryTerms, type Metric, type PrintedChange, quote, type Row, skip } from '@bandgap/core';

export interface PrintedPrice {
  /** Absent for a price that is checked and not kept: the range of a week, which no other board prints. */
  readonly metric?: Metric;
  readonly text: string;
  readonly at: string;
}

export interface MemoryRow {
  readonly part: MemoryPart;
  readonly venue: string;
  readonly basis: MemoryTerms['basis'];
  readonly observedAt: Instant;
  /** From the lowest to the highest, which is the order they must have. */
  readonly prices: readonly PrintedPrice[];
  /** As published; absent where nothing is printed. */
  readonly change: PrintedChange | undefined;
  readonly at: string;
}

/** The largest step from one spot session to the next that is believed: in the steepest weeks of 2025 it was 20 %. */
const largestSpotStepPercent = 40;

export function memoryRows(row: MemoryRow): readonly Row[] {
  const { part, venue, basis, observedAt, change, at } = row;
  const prices = row.prices.map((price) => ({ ...price, value: priceIn(price.text) }));
  const values = prices.map(({ value }) => value);
  if (values.some(Number.isNaN))
    return [skip('not_a_price', `${part.name}: ${row.prices.map(({ text }) => text).join(' | ')}`, at)];
  if (values.some((value, index) => value < (values[index - 1] ?? 0)))
    return [skip('implausible', `${part.name}: expected low to high, was ${values.join(', ')}`, at)];
  if (basis === 'spot' && Math.abs(change?.percent ?? 0) > largestSpotStepPercent)
    return [skip('implausible', `${part.name}: expected a step of at most 40 %, was ${change?.percent} %`, at)];

  const series = { subject: part.id, venue, terms: { kind: 'memory', basis }, unit: part.unit } as const;
  return prices.flatMap(({ metric, value, at }) => {
    if (metric === undefined) return [];
    const printedChange =
      basis === 'spot' && metric === 'average' && change !== undefined ? { printedChange: change } : {};
    return [quote({ series: { ...series, metric }, value, observedAt, ...printedChange, at })];
  });
}

/** NaN unless the whole text is a number: a blank cell is not zero, and no cell stands in for its neighbour. */
const priceIn = (text: string): number =>
  /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN;
