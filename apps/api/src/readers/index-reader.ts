/** Reads an index: its history, what its newest value was made of, and the floor it is held against. */
import { alertRules, indexDefinitions } from '@bandgap/catalog';
import { latestRun, type Query, runHistory, type StoredRun, standingTransitions } from '@bandgap/db';
import { z } from 'zod';
import type { IndexPage, IndexPoint, Valued } from './readers.ts';

const IndexOutput = z.object({
  pricePerGpuHour: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number(),
  confidence: z.string(),
  constituents: z.array(
    z.object({
      owner: z.string(),
      provider: z.string(),
      source: z.string(),
      price: z.number(),
      weight: z.number(),
      observedAt: z.string(),
      seenAt: z.string(),
    }),
  ),
  excluded: z.array(z.object({ provider: z.string(), price: z.number(), reason: z.string() })),
});

export async function readIndex(query: Query, id: string): Promise<IndexPage | undefined> {
  const definition = indexDefinitions.find((candidate) => candidate.id === id);
  if (definition === undefined) return undefined;
  const history = await runHistory(query, { model: 'rental-index', subject: id });
  const last = history.at(-1);
  const { constituents, excluded } =
    last === undefined ? { constituents: [], excluded: [] } : IndexOutput.parse(last.output);
  const rule = alertRules.find(({ index }) => index === id);
  const floor = rule && (await latestRun(query, { model: 'rental-floor', subject: rule.floor }));
  return {
    id,
    name: definition.name,
    note: definition.note,
    unit: 'USD/GPU-hr',
    points: history.map(indexPoint),
    constituents,
    excluded,
    ...(floor === undefined ? {} : { floor: valuedFloor(floor) }),
    transitions: rule === undefined ? [] : await standingTransitions(query, rule.id),
  };
}

const valuedFloor = ({ subject, asOf, receipt, output }: StoredRun): Valued => ({ subject, asOf, receipt, output });

export function indexPoint({ asOf, knownAt, receipt, output }: StoredRun): IndexPoint {
  const { pricePerGpuHour, low, high, n, confidence } = IndexOutput.parse(output);
  return { day: asOf, knownAt, value: pricePerGpuHour, low, high, n, confidence, receipt };
}
