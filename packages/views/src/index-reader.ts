/** An index day by day, with its floor, its alerts and what its newest day was made of. */
import { floorProjects, headlineIndices, type IndexDefinition, indexDefinitions, systemById } from '@bandgap/catalog';
import { dayOf, type Instant } from '@bandgap/core';
import {
  latestRun,
  latestRuns,
  provenanceOf,
  type Query,
  runHistory,
  type StoredRun,
  standingTransitions,
} from '@bandgap/db';
import { areAllPublishable } from '@bandgap/receipts';
import { type RulesAsked, rulesInForce } from './alerts-rules.ts';
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

interface IndexAsked extends Pick<RulesAsked, 'rules'> {
  /** What was answered later is left out, as are alerts of later days. */
  readonly knownAt?: Instant | undefined;
}

export async function readIndex(
  query: Query,
  id: string,
  { knownAt, rules }: IndexAsked,
): Promise<IndexHistory | undefined> {
  const definition = indexDefinitions.find((known) => known.id === id);
  if (definition === undefined) return undefined;
  const inForce = await rulesInForce(query, rules);
  const watching = inForce.filter(({ subject }) => subject.kind === 'index' && subject.id === id);
  const [runs, floor, told] = await Promise.all([
    runsOf(query, definition, knownAt),
    readFloor(query, definition),
    Promise.all(watching.map((rule) => standingTransitions(query, rule.id))),
  ]);
  const latest = runs.at(-1);
  return {
    definition,
    points: runs.map(indexPoint),
    ...(floor === undefined ? {} : { floor }),
    alerts: told
      .flat()
      .filter(({ asOf }) => knownAt === undefined || asOf <= knownAt)
      .map(({ asOf, to }) => ({ day: dayOf(asOf), to: to === 'firing' ? 'firing' : 'ok' })),
    ...(latest === undefined ? {} : { latest: fixingOfRun(latest) }),
    filledIn: await filledInputs(query, latest),
    publishable: await areAllPublishable(
      query,
      runs.map((run) => run.id),
    ),
  };
}

async function filledInputs(query: Query, run: StoredRun | undefined): Promise<ReadonlySet<number>> {
  const documents = run === undefined ? [] : await provenanceOf(query, run.id);
  return new Set(documents.filter(({ origin }) => origin === 'backfill').map(({ ordinal }) => ordinal));
}

/** The floor of a system with the GPU of the index, sold for the same tenor. */
async function readFloor(query: Query, { gpus, tenor }: IndexDefinition): Promise<IndexHistory['floor']> {
  const project = floorProjects.find(
    (each) => each.tenor === tenor && gpus.some((gpu) => gpu === systemById(each.system)?.gpu),
  );
  if (project === undefined) return undefined;
  const run = await latestRun(query, { model: 'rental-floor', subject: project.id });
  if (run === undefined) return undefined;
  return {
    label: project.label,
    price: FloorOutput.parse(run.output).floorPricePerGpuHour,
    asOf: dayOf(run.asOf),
    receipt: run.receipt,
  };
}
