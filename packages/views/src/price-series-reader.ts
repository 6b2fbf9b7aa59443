/** Token and memory prices over time, as the runs that used them saw them. */
import { memoryPart } from '@bandgap/catalog';
import type { MemoryChart, TokenPrice, TokenPriceChart } from '@bandgap/charts';
import { dayOf, type Instant, type ObservedInput } from '@bandgap/core';
import { type Query, runHistory, type StoredRun } from '@bandgap/db';
import { isPublishable, sourceById } from '@bandgap/sources';
import type { PriceSeries } from './readers.ts';

const meters = [
  ['output', 'output'],
  ['input', 'input'],
  ['cache_read', 'cache read'],
] as const;

export async function readTokenPrices(
  query: Query,
  model: string,
  now: Instant,
): Promise<PriceSeries<TokenPriceChart> | undefined> {
  const runs = await runHistory(query, { model: 'blended-price', subject: model });
  const observed = runs.flatMap(observedInputs);
  if (observed.length === 0) return undefined;
  const prices = meters.map(([role, label]) => ({ label, changes: changesOf(observed, role) }));
  return {
    chart: { title: `${model}, list price`, unit: 'USD/MTok', prices, until: dayOf(now) },
    publishable: observed.every(publishable),
  };
}

function changesOf(observed: readonly ObservedInput[], role: string): TokenPrice['changes'] {
  const byDay = new Map(
    observed.filter((input) => input.role === role).map(({ observedAt, value }) => [dayOf(observedAt), value]),
  );
  const changes = [...byDay].map(([day, price]) => ({ day, price })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return changes.filter(({ price }, index) => price !== changes[index - 1]?.price);
}

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
    publishable: observed.every(publishable),
  };
}

const observedInputs = ({ inputs }: StoredRun): readonly ObservedInput[] =>
  inputs.filter((input) => input.kind === 'observation');

/** One quote a day, that of the newest run. */
const quotesOf = (run: StoredRun) =>
  observedInputs(run).map(({ observedAt, value }) => ({ day: dayOf(observedAt), value }));

const publishable = ({ series }: ObservedInput): boolean => {
  const source = sourceById(series.source);
  return source !== undefined && isPublishable(source);
};
