/** An index day by day, with its floor, its alerts and what its newest day was made of. */
import { floorRuleOf } from '@bandgap/alerts';
import { defaultRules, floorProjects, headlineIndices, type IndexDefinition, indexDefinitions } from '@bandgap/catalog';
import { dayOf, type Instant } from '@bandgap/core';
import { latestRun, latestRuns, type Query, runHistory, standingTransitions } from '@bandgap/db';
import { mayPublish } from '@bandgap/sources';
import { fixingOfRun, indexPoint } from './index-point.ts';
import type { IndexHistory, IndexSummary } from './readers.ts';
import { FloorOutput } from './run-outputs.ts';

const runsOf = (query: Query, { id }: IndexDefinition, knownAt?: Instant) =>
  runHistory(query, { model: 'rental-index', subject: id, knownAt });

/** The headline indices with their history, then the newest level of every other that has sellers. */
export async function readIndices(query: Query): Promise<readonly IndexSummary[]> {
  const newest = new Map((await latestRuns(query, 'rental-index')).map((run) => [run.subject, run]));
  const headlines = await Promise.all(
    headlineIndices.map(async (definition) => ({
      definition,
      points: (await runsOf(query, definition)).map(indexPoint),
    })),
  );
  const others = indexDefinitions.flatMap((definition) => {
    const run = headlineIndices.includes(definition) ? undefined : newest.get(definition.id);
    return run === undefined ? [] : [{ definition, points: [indexPoint(run)] }];
  });
  return [...headlines, ...others];
}

/** What was answered later than `knownAt` is left out, as are alerts of later days. */
export async function readIndex(query: Query, id: string, knownAt?: Instant): Promise<IndexHistory | undefined> {
  const definition = indexDefinitions.find((known) => known.id === id);
  if (definition === undefined) return undefined;
  const rule = floorRuleOf(defaultRules, id);
  const [runs, floor, transitions] = await Promise.all([
    runsOf(query, definition, knownAt),
    rule && readFloor(query, rule.project),
    rule === undefined ? [] : standingTransitions(query, rule.id),
  ]);
  const latest = runs.at(-1);
  const quoted = latest?.inputs.flatMap((input) => (input.kind === 'observation' ? [input.series.source] : [])) ?? [];
  return {
    definition,
    points: runs.map(indexPoint),
    ...(floor === undefined ? {} : { floor }),
    alerts: transitions
      .filter(({ asOf }) => knownAt === undefined || asOf <= knownAt)
      .map(({ asOf, to }) => ({ day: dayOf(asOf), to: to === 'firing' ? 'firing' : 'ok' })),
    ...(latest === undefined ? {} : { latest: fixingOfRun(latest) }),
    publishable: quoted.every((source) => mayPublish(source)),
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
