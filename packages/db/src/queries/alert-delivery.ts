/** How the messages about a transition went. */
import type { Instant } from '@bandgap/core';
import { type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface TransitionDelivery {
  readonly transitionId: number;
  readonly channel: string;
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly givenUpAt: Instant | null;
  /** How the last attempt went. */
  readonly message: string | null;
}

/** In the order of transitions, then of channels. */
export async function deliveriesAbout(
  query: Query,
  transitionIds: readonly number[],
): Promise<readonly TransitionDelivery[]> {
  if (transitionIds.length === 0) return [];
  return query
    .selectFrom('delivery')
    .select([
      'transition_id as transitionId',
      'channel',
      'attempts',
      'next_attempt_at as nextAttemptAt',
      'delivered_at as deliveredAt',
      'given_up_at as givenUpAt',
      'message',
    ])
    .where(sql<SqlBool>`transition_id = any(${transitionIds})`)
    .orderBy('transition_id')
    .orderBy('channel')
    .execute();
}
