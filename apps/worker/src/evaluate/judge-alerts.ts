/** Judges every rule about an index when one of its fixings was computed, in the transaction of that run. */
import { refuseUnlike, replay, type Sample, type Transition } from '@bandgap/alerts';
import { alertRules, type FloorRule, floorProjects, indexDefinitions } from '@bandgap/catalog';
import { sha256 } from '@bandgap/core';
import {
  fixings,
  oweDelivery,
  type Query,
  retractTransition,
  runHistory,
  type StoredRun,
  standingTransitions,
  storeTransition,
} from '@bandgap/db';
import { z } from 'zod';
import type { WorkerDeps } from '../deps.ts';

const IndexOutput = z.object({
  pricePerGpuHour: z.number().nullable(),
  high: z.number().nullable(),
  confidence: z.enum(['ok', 'low', 'insufficient', 'degraded']),
});
const FloorOutput = z.object({ floorPricePerGpuHour: z.number() });

/** Returns the ids of the messages that are now owed. */
export async function judgeAlerts(deps: WorkerDeps, query: Query, index: string): Promise<readonly string[]> {
  const owed: string[] = [];
  for (const rule of alertRules.filter((candidate) => candidate.index === index)) {
    owed.push(...(await judgeRule(deps, query, rule)));
  }
  return owed;
}

/** A fixing, the floor it is held against, and what the rule needs to know of both. */
interface Judged {
  readonly sample: Sample;
  readonly fixing: StoredRun;
  readonly floor: StoredRun;
}

async function judgeRule(deps: WorkerDeps, query: Query, rule: FloorRule): Promise<readonly string[]> {
  refuseMixed(rule);
  const judged = samples(
    await fixings(query, { model: 'rental-index', subject: rule.index }),
    await runHistory(query, { model: 'rental-floor', subject: rule.floor }),
  );
  const supported = replay(
    rule,
    judged.map(({ sample }) => sample),
  );
  const standing = await standingTransitions(query, rule.id);

  for (const transition of standing) {
    if (!supported.some((other) => sameCrossing(other, transition))) await retractTransition(query, transition.id);
  }
  const owed: string[] = [];
  for (const transition of supported) {
    const at = judged.find(({ sample }) => sample.asOf === transition.asOf);
    if (at === undefined || standing.some((other) => sameCrossing(other, transition))) continue;
    const id = await storeTransition(query, {
      ...transition,
      ruleId: rule.id,
      runId: at.fixing.id,
      referenceRunId: at.floor.id,
    });
    if (id !== undefined) owed.push(...(await oweMessages(deps, query, { id, rule, transition })));
  }
  return owed;
}

type Crossed = { readonly asOf: string; readonly to: string };
const sameCrossing = (a: Crossed, b: Crossed) => a.asOf === b.asOf && a.to === b.to;

function refuseMixed(rule: FloorRule): void {
  const index = indexDefinitions.find(({ id }) => id === rule.index);
  const floor = floorProjects.find(({ id }) => id === rule.floor);
  if (index === undefined || floor === undefined)
    throw new Error(`rule ${rule.id} names an index or a floor that the catalog has not`);
  refuseUnlike(rule, { tenor: index.tenor, unit: 'USD/GPU-hr' }, { tenor: floor.tenor, unit: 'USD/GPU-hr' });
}

/** Each fixing with the floor that was in force on its day; fixings before the first floor are not judged. */
function samples(history: readonly StoredRun[], floors: readonly StoredRun[]): readonly Judged[] {
  return history.flatMap((fixing) => {
    const floor = floors.findLast(({ asOf }) => asOf <= fixing.asOf);
    if (floor === undefined) return [];
    const { pricePerGpuHour, high, confidence } = IndexOutput.parse(fixing.output);
    const reference = FloorOutput.parse(floor.output).floorPricePerGpuHour;
    return [{ sample: { asOf: fixing.asOf, value: pricePerGpuHour, high, confidence, reference }, fixing, floor }];
  });
}

interface Crossing {
  readonly id: number;
  readonly rule: FloorRule;
  readonly transition: Transition;
}

/** One message to each channel. The id is made of what it is about, so that every attempt, everywhere, bears the same. */
async function oweMessages({ channels, clock }: WorkerDeps, query: Query, { id, rule, transition }: Crossing) {
  const messages = channels.map(({ name }) => ({
    id: `msg_${sha256([rule.id, transition.asOf, transition.to, name].join(' ')).slice(0, 32)}`,
    transitionId: id,
    channel: name,
    nextAttemptAt: clock(),
  }));
  for (const message of messages) await oweDelivery(query, message);
  return messages.map((message) => message.id);
}
