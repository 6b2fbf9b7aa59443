/** Memory prices printed in public, each with the page it was read on: the history before Bandgap began to record. */
import type { Day, Instant, MemoryTerms, Unit } from '@bandgap/core';
import type { MemoryCitation } from './memory-citations.ts';
import { chipReference } from './memory-reference-chips.ts';
import { pricedByAnalysts } from './memory-reference-estimates.ts';
import { moduleReference } from './memory-reference-modules.ts';
import { nandReference } from './memory-reference-nand.ts';
import { lastDayOf, type ReferenceDate } from './reference-date.ts';

export interface MemoryPrice extends MemoryCitation {
  readonly date: ReferenceDate;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** A forecast is about a time after it was printed; it is not an observation. */
  readonly status?: 'forecast';
  readonly note?: string;
}

export interface MemoryPriceTable {
  /** Id of a memory part. */
  readonly part: string;
  readonly basis: MemoryTerms['basis'];
  readonly unit: Unit;
  readonly prices: readonly MemoryPrice[];
}

export interface MemoryReferencePoint extends Omit<MemoryPrice, 'status'> {
  readonly part: string;
  readonly basis: MemoryTerms['basis'];
  readonly unit: Unit;
  readonly status: 'actual' | 'estimate' | 'forecast';
  /** The printed day, or the last day of the printed month or quarter. */
  readonly asOf: Day;
}

/** When this table was put together: nothing in it was known to Bandgap earlier. */
export const memoryReferenceReleasedAt: Instant = '2026-11-22T00:00:00.000Z';

const statusOf = (basis: MemoryTerms['basis'], { status }: MemoryPrice): MemoryReferencePoint['status'] =>
  status ?? (basis === 'estimate' ? 'estimate' : 'actual');

export const memoryReference: readonly MemoryReferencePoint[] = [
  ...chipReference,
  ...moduleReference,
  ...nandReference,
  ...pricedByAnalysts,
].flatMap(({ part, basis, unit, prices }) =>
  prices.map((price) => ({
    ...price,
    part,
    basis,
    unit,
    status: statusOf(basis, price),
    asOf: lastDayOf(price.date),
  })),
);
