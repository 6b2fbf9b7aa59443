/** The memory board: the newest price of every part, from every source, on every basis. */
import { memoryPart, memoryParts } from '@bandgap/catalog';
import { latestRuns, type Query, runHistory } from '@bandgap/db';
import { type MemoryPricePoint, type MemorySeries, memoryPoints, memorySeries } from './memory-price.ts';

export interface MemoryQuote extends MemorySeries, MemoryPricePoint {
  readonly name: string;
  readonly form: string;
  /** Against the quote before, as a fraction; null where there is none. */
  readonly change: number | null;
  /** The quote before. */
  readonly previousAsOf: string | null;
}

/** In the order of the catalog, so that like parts stand together. */
export async function readMemoryBoard(query: Query, licensed: readonly string[] = []): Promise<readonly MemoryQuote[]> {
  const model = 'memory-unit-price';
  const newest = await latestRuns(query, model);
  const quotes = await Promise.all(
    newest.map(async (run): Promise<readonly MemoryQuote[]> => {
      const series = memorySeries(run, licensed);
      const points = memoryPoints(await runHistory(query, { model, subject: run.subject }));
      const [point, before] = [points.at(-1), points.at(-2)];
      if (series === undefined || point === undefined) return [];
      const part = memoryPart(series.part);
      return [
        {
          ...series,
          ...point,
          name: part?.name ?? series.part,
          form: part?.form ?? 'part',
          change: before === undefined ? null : point.value / before.value - 1,
          previousAsOf: before?.asOf ?? null,
        },
      ];
    }),
  );
  const place = new Map(memoryParts.map(({ id }, index) => [id, index]));
  const placeOf = ({ part }: MemoryQuote) => place.get(part) ?? place.size;
  return quotes.flat().sort((a, b) => placeOf(a) - placeOf(b) || (a.source < b.source ? -1 : 1));
}
