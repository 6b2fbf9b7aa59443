/** Reads the first page: the headline figures, what fires, what moved, how the sources are. */
import { alertRules, indexDefinitions } from '@bandgap/catalog';
import { fixings, type Query, standingTransitions } from '@bandgap/db';
import { readFigures } from '@bandgap/receipts';
import { indexPoint } from './index-reader.ts';
import type { Firing, Move, Today } from './readers.ts';
import { readSources } from './source-reader.ts';

export async function readToday(query: Query): Promise<Today> {
  const figures = await readFigures(query);
  const newest = figures
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  return {
    ...(newest === undefined ? {} : { asOf: newest }),
    figures,
    firing: (await Promise.all(alertRules.map((rule) => firing(query, rule)))).flat(),
    moves: (await Promise.all(indexDefinitions.map((definition) => moves(query, definition)))).flat(),
    sources: await readSources(query),
  };
}

async function firing(query: Query, { id, index }: (typeof alertRules)[number]): Promise<readonly Firing[]> {
  const last = (await standingTransitions(query, id)).at(-1);
  if (last?.to !== 'firing') return [];
  const { asOf, value, reference, strong } = last;
  return [{ ruleId: id, index, since: asOf, value, reference, strong }];
}

async function moves(query: Query, { id, name }: (typeof indexDefinitions)[number]): Promise<readonly Move[]> {
  const points = (await fixings(query, { model: 'rental-index', subject: id })).map(indexPoint);
  const [before, after] = points.slice(-2);
  if (before?.value == null || after?.value == null || before.value === after.value) return [];
  return [
    {
      index: id,
      name,
      from: { day: before.day, value: before.value },
      to: { day: after.day, value: after.value, receipt: after.receipt },
    },
  ];
}
