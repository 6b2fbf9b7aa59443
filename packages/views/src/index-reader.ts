/** An index day by day, with its floor, its alerts and what its newest day was made of. */
import { alertRules, floorProjects, type IndexDefinition, indexDefinitions } from '@bandgap/catalog';
import { dayOf } from '@bandgap/core';
import { latestRun, type Query, runHistory, standingTransitions } from '@bandgap/db';
import { isPublishable, sourceById } from '@bandgap/sources';
import { fixingOfRun, indexPoint } from './index-point.ts';
import type { IndexHistory, IndexSummary } from './readers.ts';
import { FloorOutput } from './run-outputs.ts';

const runsOf = (query: Query, { id }: IndexDefinition) => runHistory(query, { model: 'rental-index', subject: id });

export const readIndices = (query: Query): Promise<readonly IndexSummary[]> =>
  Promise.all(
    indexDefinitions.map(async (definition) => ({
      definition,
      points: (await runsOf(query, definition)).map(indexPoint),
    })),
  );

export async function readIndex(query: Query, id: string): Promise<IndexHistory | undefined> {
  const definition = indexDefinitions.find((known) => known.id === id);
  if (definition === undefined) return undefined;
  const rule = alertRules.find(({ index }) => index === id);
  const [runs, floor, transitions] = await Promise.all([
    runsOf(query, definition),
    rule && readFloor(query, rule.floor),
    rule === undefined ? [] : standingTransitions(query, rule.id),
  ]);
  const latest = runs.at(-1);
  const quoted = latest?.inputs.flatMap((input) => (input.kind === 'observation' ? [input.series.source] : [])) ?? [];
  return {
    definition,
    points: runs.map(indexPoint),
    ...(floor === undefined ? {} : { floor }),
    alerts: transitions.map(({ asOf, to }) => ({ day: dayOf(asOf), to: to === 'firing' ? 'firing' : 'ok' })),
    ...(latest === undefined ? {} : { latest: fixingOfRun(latest) }),
    publishable: quoted.every((source) => {
      const known = sourceById(source);
      return known !== undefined && isPublishable(known);
    }),
  };
}

async function readFloor(query: Query, project: string): Promise<IndexHistory['floor']> {
  const run = await latestRun(query, { model: 'rental-floor', subject: project });
  if (run === undefined) return undefined;
  const label = floorProjects.find(({ id }) => id === project)?.label ?? project;
  return {
    label,
    price: FloorOutput.parse(run.output).floorPricePerGpuHour,
    asOf: dayOf(run.asOf),
    receipt: run.receipt,
  };
}
