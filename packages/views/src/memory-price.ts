/** One price of a memory part, as the run that normalised it has it. */
import type { MemoryTerms, ObservedInput, Unit } from '@bandgap/core';
import type { StoredRun } from '@bandgap/db';
import { mayPublish, sourceById } from '@bandgap/sources';
import { z } from 'zod';

const Output = z.object({ usdPerGb: z.number(), price: z.number() });

export interface MemoryPricePoint {
  /** When the price was true. */
  readonly asOf: string;
  readonly value: number;
  readonly usdPerGb: number;
  readonly receipt: string;
  /** Who quoted it, whoever relays the quote. */
  readonly venue: string;
}

/** Of which part, from which source, on which basis. Two of these are never one line of a chart. */
export interface MemorySeries {
  readonly part: string;
  readonly source: string;
  readonly sourceName: string;
  readonly basis: MemoryTerms['basis'];
  readonly unit: Unit;
  readonly publishable: boolean;
}

const priceIn = ({ inputs }: StoredRun): ObservedInput | undefined =>
  inputs.find((input): input is ObservedInput => input.kind === 'observation' && input.role === 'price');

/** Undefined where the run is of no observed price. */
export function memoryPricePoint(run: StoredRun): MemoryPricePoint | undefined {
  const input = priceIn(run);
  if (input === undefined) return undefined;
  const { price: value, usdPerGb } = Output.parse(run.output);
  return { asOf: input.observedAt, value, usdPerGb, receipt: run.receipt, venue: input.series.venue };
}

export function memorySeries(run: StoredRun, licensed: readonly string[]): MemorySeries | undefined {
  const series = priceIn(run)?.series;
  if (series?.terms.kind !== 'memory') return undefined;
  const source = sourceById(series.source);
  return {
    part: series.subject,
    source: series.source,
    sourceName: source?.name ?? series.source,
    basis: series.terms.basis,
    unit: series.unit,
    publishable: mayPublish(series.source, licensed),
  };
}

/** One point for each time at which the price was true: the newest run knows best. In the order of time. */
export function memoryPoints(runs: readonly StoredRun[]): readonly MemoryPricePoint[] {
  const byTime = new Map(runs.flatMap((run) => memoryPricePoint(run) ?? []).map((point) => [point.asOf, point]));
  return [...byTime.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}
