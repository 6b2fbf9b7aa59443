/** Memory prices over time, as the runs that used them saw them. */
import { memoryPart } from '@bandgap/catalog';
import type { MemoryChart } from '@bandgap/charts';
import { dayOf, type ObservedInput } from '@bandgap/core';
import { type Query, runHistory, type StoredRun } from '@bandgap/db';
import { areAllPublishable } from '@bandgap/receipts';
import type { PriceSeries } from './readers.ts';

export async function readMemoryPrices(query: Query, part: string): Promise<PriceSeries<MemoryChart> | undefined> {
  const board = await runHistory(query, { model: 'memory-unit-price', subject: `dramexchange/${part}/spot` });
  const reference = await runHistory(query, { model: 'memory-unit-price', subject: `memory-reference/${part}/spot` });
  const observed = [...board, ...reference].flatMap(observedInputs);
  const [first] = observed;
  if (first === undefined) return undefined;
  return {
    chart: {
      title: `${memoryPart(part)?.name ?? part}, spot`,
      unit: first.series.unit,
      prices: [
        { label: 'DRAMeXchange', quotes: board.flatMap(quotesOf) },
        { label: 'press', quotes: reference.flatMap(quotesOf) },
      ].filter(({ quotes }) => quotes.length > 0),
    },
    publishable: await areAllPublishable(
      query,
      [...board, ...reference].map(({ id }) => id),
    ),
  };
}

const observedInputs = ({ inputs }: StoredRun): readonly ObservedInput[] =>
  inputs.filter((input) => input.kind === 'observation');

/** One quote a day, that of the newest run. */
const quotesOf = (run: StoredRun) =>
  observedInputs(run).map(({ observedAt, value }) => ({ day: dayOf(observedAt), value }));
