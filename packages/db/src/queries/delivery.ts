/** Deliveries: one message to one channel about one transition. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { StoredEvent } from './event.ts';

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
      claimed_until: null,
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

/** Messages that should be tried now, oldest first; also those that somebody is at work on. */
export const openDeliveries = (query: Query, now: Instant): Promise<readonly OpenDelivery[]> =>
  open(query).where('next_attempt_at', '<=', now).orderBy('next_attempt_at').orderBy('id').execute();

/** The channel a message goes to; undefined for an id that no message has. */
export const channelOfDelivery = async (query: Query, id: string): Promise<string | undefined> =>
  (await query.selectFrom('delivery').select('channel').where('id', '=', id).executeTakeFirst())?.channel;

interface Claim {
  readonly channel: string;
  readonly now: Instant;
  /** From then on the message is anybody's again, unless an attempt was recorded. */
  readonly until: Instant;
}

/**
 * Takes the next message of a channel that nobody else is at work on. What a rule says of its state is told in order: where
 * any message about it is due, the oldest that has not arrived comes first. Undefined when nothing is due.
 */
export async function claimDelivery(query: Query, { channel, now, until }: Claim): Promise<OpenDelivery | undefined> {
  const { rows } = await sql<OpenDelivery>`
    with owed as (
      select d.id, d.next_attempt_at, d.transition_id,
        case when t.event_key is null then t.rule_id else d.id end as thread
      from delivery d join alert_transition t on t.id = d.transition_id
      where d.channel = ${channel} and d.delivered_at is null and d.given_up_at is null
    ), first as (
      select distinct on (thread) id, min(next_attempt_at) over (partition by thread) as due_at
      from owed order by thread, transition_id
    )
    update delivery set claimed_until = ${until}
    where id = (
      select delivery.id from delivery join first on first.id = delivery.id
      where first.due_at <= ${now} and coalesce(delivery.claimed_until <= ${now}, true)
        and delivery.delivered_at is null and delivery.given_up_at is null
      order by first.due_at, delivery.transition_id limit 1
      for update of delivery skip locked
    ) and coalesce(claimed_until <= ${now}, true)
    returning id, transition_id as "transitionId", channel, attempts
  `.execute(query);
  return rows[0];
}

export type Attempt =
  | { readonly kind: 'delivered'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly message: string; readonly nextAttemptAt: Instant }
  | { readonly kind: 'given_up'; readonly message: string; readonly at: Instant };

/** Records how an attempt went. After a failure, what the same rule has to tell later waits too; what arrived stays arrived. */
export async function recordAttempt(query: Query, id: string, attempt: Attempt): Promise<void> {
  await query
    .updateTable('delivery')
    .set((eb) => ({ ...outcome(attempt), claimed_until: null, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .execute();
  if (attempt.kind !== 'failed') return;
  await sql`
    update delivery later set next_attempt_at = ${attempt.nextAttemptAt}
    from delivery failed, alert_transition told, alert_transition next
    where failed.id = ${id} and told.id = failed.transition_id and told.event_key is null
      and next.rule_id = told.rule_id and next.event_key is null and next.id > told.id
      and later.transition_id = next.id and later.channel = failed.channel
      and later.delivered_at is null and later.given_up_at is null
      and later.next_attempt_at < ${attempt.nextAttemptAt}
  `.execute(query);
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

export interface Undelivered {
  readonly id: string;
  readonly channel: string;
  readonly ruleId: string;
  readonly asOf: Instant;
  readonly to: string;
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  /** Set where it will not be tried again. */
  readonly givenUpAt: Instant | null;
  /** How the last attempt went. */
  readonly message: string | null;
}

/** Messages that have not arrived, newest first, those given up among them. */
export const undelivered = (query: Query, limit: number): Promise<readonly Undelivered[]> =>
  query
    .selectFrom('delivery')
    .innerJoin('alert_transition', 'alert_transition.id', 'delivery.transition_id')
    .select([
      'delivery.id',
      'channel',
      'rule_id as ruleId',
      'as_of as asOf',
      'to_state as to',
      'attempts',
      'next_attempt_at as nextAttemptAt',
      'given_up_at as givenUpAt',
      'message',
    ])
    .where('delivered_at', 'is', null)
    .orderBy('transition_id', 'desc')
    .orderBy('channel')
    .limit(limit)
    .execute();

/** The event a message is about; undefined where there is none. */
export const eventByKey = (query: Query, key: string): Promise<StoredEvent | undefined> =>
  query
    .selectFrom('event')
    .select(['key', 'kind', 'source_id as source', 'subject', 'as_of as asOf', 'recorded_at as recordedAt', 'event'])
    .where('key', '=', key)
    .executeTakeFirst();
