/** Alert transitions and the messages about them. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface AlertTransition {
  readonly ruleId: string;
  readonly asOf: Instant;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly reference: number;
  readonly strong: boolean;
  /** The fixing that crossed, and what it crossed. */
  readonly runId: number;
  readonly referenceRunId: number;
}

export interface StoredTransition extends AlertTransition {
  readonly id: number;
}

/** Transitions of a rule that the data still supports, oldest first. */
export const standingTransitions = (query: Query, ruleId: string): Promise<readonly StoredTransition[]> =>
  transitions(query)
    .where('rule_id', '=', ruleId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('alert_retraction')
            .select(sql.lit(1).as('one'))
            .whereRef('transition_id', '=', 'alert_transition.id'),
        ),
      ),
    )
    .orderBy('as_of')
    .execute();

const transitions = (query: Query) =>
  query
    .selectFrom('alert_transition')
    .select([
      'id',
      'rule_id as ruleId',
      'as_of as asOf',
      'from_state as from',
      'to_state as to',
      'value',
      'reference',
      'strong',
      'run_id as runId',
      'reference_run_id as referenceRunId',
    ]);

/** Writes a transition once and returns its id, or undefined when it was written before. */
export async function storeTransition(query: Query, transition: AlertTransition): Promise<number | undefined> {
  const stored = await query
    .insertInto('alert_transition')
    .values({
      rule_id: transition.ruleId,
      as_of: transition.asOf,
      from_state: transition.from,
      to_state: transition.to,
      value: transition.value,
      reference: transition.reference,
      strong: transition.strong,
      run_id: transition.runId,
      reference_run_id: transition.referenceRunId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return stored?.id;
}

/** Says that a transition is no longer supported. What was sent about it stays sent. */
export async function retractTransition(query: Query, transitionId: number): Promise<void> {
  await query
    .insertInto('alert_retraction')
    .values({ transition_id: transitionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A transition by its id, for the message about it. Throws where there is none. */
export const transitionById = (query: Query, id: number): Promise<StoredTransition> =>
  transitions(query).where('id', '=', id).executeTakeFirstOrThrow();
