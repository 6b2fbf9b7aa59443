/** What alert rules told: transitions, reminders and revisions. Rows are added, never changed. */
import type { Instant } from '@bandgap/core';
import type { Query } from '../open-db.ts';
import type { TransitionKind } from '../tables.ts';

export interface AlertTransition {
  readonly ruleId: string;
  readonly asOf: Instant;
  readonly from: string;
  readonly to: string;
  readonly kind: TransitionKind;
  readonly value: number | null;
  readonly reference: number | null;
  readonly unit: string | null;
  readonly strong: boolean;
  /** When the state that ends or lasts began. */
  readonly since: Instant | null;
  /** The answer that crossed, and the one it crossed. */
  readonly runId: number | null;
  readonly referenceRunId: number | null;
  readonly eventKey: string | null;
  /** Counts what was told about the same instant. The highest is what holds. */
  readonly revision: number;
}

export interface StoredTransition extends AlertTransition {
  readonly id: number;
}

const transitions = (query: Query) =>
  query
    .selectFrom('alert_transition')
    .select([
      'id',
      'rule_id as ruleId',
      'as_of as asOf',
      'from_state as from',
      'to_state as to',
      'kind',
      'value',
      'reference',
      'unit',
      'strong',
      'since',
      'run_id as runId',
      'reference_run_id as referenceRunId',
      'event_key as eventKey',
      'revision',
    ]);

/** All that a rule told, oldest first, corrections after what they correct. */
export const transitionsOf = (query: Query, ruleId: string): Promise<readonly StoredTransition[]> =>
  transitions(query).where('rule_id', '=', ruleId).orderBy('as_of').orderBy('revision').orderBy('id').execute();

/** The changes of a rule between ok, firing and no data that hold, oldest first. */
export async function standingTransitions(query: Query, ruleId: string): Promise<readonly StoredTransition[]> {
  const held = await transitions(query)
    .distinctOn('as_of')
    .where('rule_id', '=', ruleId)
    .where('event_key', 'is', null)
    .where('kind', '<>', 'reminder')
    .orderBy('as_of')
    .orderBy('revision', 'desc')
    .execute();
  const changes: StoredTransition[] = [];
  for (const told of held) if (told.to !== (changes.at(-1)?.to ?? 'ok')) changes.push(told);
  return changes;
}

/** The newest of what all rules told, newest first. */
export const newestTransitions = (query: Query, limit: number): Promise<readonly StoredTransition[]> =>
  transitions(query).orderBy('id', 'desc').limit(limit).execute();

/** A transition by its id, for the message about it. Throws where there is none. */
export const transitionById = (query: Query, id: number): Promise<StoredTransition> =>
  transitions(query).where('id', '=', id).executeTakeFirstOrThrow();

/** Writes a transition once and returns its id, or undefined when it was written before. */
export async function storeTransition(query: Query, transition: AlertTransition): Promise<number | undefined> {
  const stored = await query
    .insertInto('alert_transition')
    .values({
      rule_id: transition.ruleId,
      as_of: transition.asOf,
      from_state: transition.from,
      to_state: transition.to,
      kind: transition.kind,
      value: transition.value,
      reference: transition.reference,
      unit: transition.unit,
      strong: transition.strong,
      since: transition.since,
      run_id: transition.runId,
      reference_run_id: transition.referenceRunId,
      event_key: transition.eventKey,
      revision: transition.revision,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return stored?.id;
}

/** From when on a rule, as it is defined now, tells what it finds: the first instant it was ever given. */
export async function watchedSince(
  query: Query,
  { ruleId, definition, since }: { readonly ruleId: string; readonly definition: string; readonly since: Instant },
): Promise<{ readonly since: Instant; readonly isNew: boolean }> {
  const started = await query
    .insertInto('alert_watch')
    .values({ rule_id: ruleId, definition, since })
    .onConflict((conflict) => conflict.doNothing())
    .returning('since')
    .executeTakeFirst();
  if (started !== undefined) return { since: started.since, isNew: true };
  const known = await query
    .selectFrom('alert_watch')
    .select('since')
    .where('rule_id', '=', ruleId)
    .where('definition', '=', definition)
    .executeTakeFirstOrThrow();
  return { since: known.since, isNew: false };
}
