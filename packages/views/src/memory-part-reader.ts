/** The history of one memory part: every source and basis as a line of its own, and what the press printed. */
import { memoryPart } from '@bandgap/catalog';
import type { MemoryChart } from '@bandgap/charts';
import { dayOf } from '@bandgap/core';
import { latestRuns, type Query, runHistory } from '@bandgap/db';
import { type MemoryHappening, memoryHappenings } from './memory-events-reader.ts';
import { type MemoryPricePoint, type MemorySeries, memoryPoints, memorySeries } from './memory-price.ts';
import { type CitedMemoryPrice, citedMemoryPrices } from './memory-reference-view.ts';

export interface MemoryLine extends MemorySeries {
  readonly points: readonly MemoryPricePoint[];
}

export interface MemoryPartHistory {
  readonly part: string;
  readonly name: string;
  readonly form: string;
  /** Null where the price is already one per gigabyte. */
  readonly capacityGb: number | null;
  readonly lines: readonly MemoryLine[];
  readonly cited: readonly CitedMemoryPrice[];
  readonly events: readonly MemoryHappening[];
}

/** Undefined for a part that the catalog does not have. */
export async function readMemoryPart(
  query: Query,
  id: string,
  licensed: readonly string[] = [],
): Promise<MemoryPartHistory | undefined> {
  const part = memoryPart(id);
  if (part === undefined) return undefined;
  const model = 'memory-unit-price';
  const lines = await Promise.all(
    (await latestRuns(query, model)).map(async (run): Promise<readonly MemoryLine[]> => {
      const series = memorySeries(run, licensed);
      if (series?.part !== id) return [];
      return [{ ...series, points: memoryPoints(await runHistory(query, { model, subject: run.subject })) }];
    }),
  );
  return {
    part: id,
    name: part.name,
    form: part.form,
    capacityGb: part.capacityGb ?? null,
    lines: lines.flat(),
    cited: citedMemoryPrices(id),
    events: await memoryHappenings(query, lines.flat()),
  };
}

const basisNames = {
  spot: 'spot',
  spot_proxy: 'spot, proxy',
  contract: 'contract',
  estimate: 'estimate',
  statistic: 'statistic',
} as const;

/** The same as a chart, with events marked; only of lines in one unit, for two units make no axis. */
export function memoryPartChart({ name, lines, events }: MemoryPartHistory): MemoryChart | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  return {
    title: name,
    unit: first.unit,
    prices: lines
      .filter(({ unit }) => unit === first.unit)
      .map(({ sourceName, basis, points }) => ({
        label: `${sourceName}, ${basisNames[basis]}`,
        quotes: points.map(({ asOf, value }) => ({ day: dayOf(asOf), value })),
      })),
    events: events.map(({ day, text }) => ({ day, text })),
  };
}
