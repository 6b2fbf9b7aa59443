/** Deliveries: one message to one channel about one transition. */
import type { Instant } from '@bandgap/core';
import type { Query } from '../open-db.ts';

export interface NewDelivery {
  /** Sent as webhook-id, the same on every attempt. */
  readonly id: string;
  readonly transitionId: number;
  readonly channel: string;
  readonly nextAttemptAt: Instant;
}

/** Owes a message once. */
export async function oweDelivery(query: Query, delivery: NewDelivery): Promise<void> {
  await query
    .insertInto('delivery')
    .values({
      id: delivery.id,
      transition_id: delivery.transitionId,
      channel: delivery.channel,
      next_attempt_at: delivery.nextAttemptAt,
      delivered_at: null,
      given_up_at: null,
      message: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface OpenDelivery extends Omit<NewDelivery, 'nextAttemptAt'> {
  readonly attempts: number;
}

const open = (query: Query) =>
  query
    .selectFrom('delivery')
    .select(['id', 'transition_id as transitionId', 'channel', 'attempts'])
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null);

/** Messages that should be tried now, oldest first. */
export const openDeliveries = (query: Query, now: Instant): Promise<readonly OpenDelivery[]> =>
  open(query).where('next_attempt_at', '<=', now).orderBy('next_attempt_at').orderBy('id').execute();

/** A message that should be tried now; undefined when it was delivered, given up, or is to wait. */
export const openDelivery = (query: Query, id: string, now: Instant): Promise<OpenDelivery | undefined> =>
  open(query).where('id', '=', id).where('next_attempt_at', '<=', now).executeTakeFirst();

export type Attempt =
  | { readonly kind: 'delivered'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly message: string; readonly nextAttemptAt: Instant }
  | { readonly kind: 'given_up'; readonly message: string; readonly at: Instant };

/** Records how an attempt went. */
export async function recordAttempt(query: Query, id: string, attempt: Attempt): Promise<void> {
  await query
    .updateTable('delivery')
    .set((eb) => ({ ...outcome(attempt), attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

function outcome(attempt: Attempt) {
  switch (attempt.kind) {
    case 'delivered':
      return { delivered_at: attempt.at, message: null };
    case 'failed':
      return { next_attempt_at: attempt.nextAttemptAt, message: attempt.message };
    case 'given_up':
      return { given_up_at: attempt.at, message: attempt.message };
  }
}
