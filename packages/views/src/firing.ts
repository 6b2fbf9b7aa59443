/** The firing that somebody takes note of. */
import { UsageError } from '@bandgap/core';
import { type Query, type StoredTransition, standingTransitions } from '@bandgap/db';

/** Throws a UsageError where the rule does not fire. */
export async function firingOf(query: Query, ruleId: string): Promise<StoredTransition> {
  const last = (await standingTransitions(query, ruleId)).at(-1);
  if (last?.to === 'firing') return last;
  throw new UsageError(`${ruleId}: expected a rule that fires, was ${last?.to.replace('_', ' ') ?? 'ok'}`);
}
