/** Tells new events of prices to whoever has a rule about them, in the transaction that stores them. */
import { concerns } from '@bandgap/alerts';
import { type AlertTransition, type Query, type StoredEvent, storeTransition } from '@bandgap/db';
import { rulesInForce } from '@bandgap/views';
import type { WorkerDeps } from '../deps.ts';
import { oweMessages } from './judge-messages.ts';

export interface EventsTold {
  /** Those that are new. */
  readonly events: readonly StoredEvent[];
  /** They are written and nobody is told, as when the past is filled in. */
  readonly quiet: boolean;
}

/** Returns the ids of the messages that are now owed. */
export async function judgeEvents(
  deps: WorkerDeps,
  query: Query,
  { events, quiet }: EventsTold,
): Promise<readonly string[]> {
  if (events.length === 0) return [];
  const owed: string[] = [];
  for (const rule of await rulesInForce(query, deps.rules)) {
    for (const event of events.filter((each) => concerns(rule, each))) {
      const transition = transitionOf(rule.id, event);
      const id = await storeTransition(query, transition);
      if (id === undefined || quiet) continue;
      owed.push(...(await oweMessages(deps, query, { rule, transition: { ...transition, id } })));
    }
  }
  return owed;
}

/** An event has no state: it happens once, and a rule about it fires once. */
const transitionOf = (ruleId: string, { key, asOf, event }: StoredEvent): AlertTransition => ({
  ruleId,
  asOf,
  from: 'ok',
  to: 'firing',
  kind: 'transition',
  value: numberIn(event, 'to'),
  reference: numberIn(event, 'from'),
  unit: numberIn(event, 'to') === null ? null : 'USD/MTok',
  strong: false,
  since: null,
  runId: null,
  referenceRunId: null,
  eventKey: key,
  revision: 1,
});

function numberIn(event: StoredEvent['event'], member: string): number | null {
  const value = event[member];
  return typeof value === 'number' ? value : null;
}
