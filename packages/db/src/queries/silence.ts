/** Silences and acknowledgements: who wants to hear nothing, of what, until when and why. */
import type { Instant } from '@bandgap/core';
import { type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface Silence {
  /** A rule, or `*` for all. */
  readonly ruleId: string;
  /** The firing that was taken note of; null where all of the rule is silenced. */
  readonly transitionId: number | null;
  readonly author: string;
  readonly reason: string;
  readonly at: Instant;
  /** Null for an acknowledgement that lasts as long as the firing. */
  readonly until: Instant | null;
}

export interface StoredSilence extends Silence {
  readonly id: number;
  /** Since when the acknowledged firing fires; null where all of the rule is silenced. */
  readonly firingSince: Instant | null;
}

export async function storeSilence(query: Query, silence: Silence): Promise<number> {
  const { id } = await query
    .insertInto('alert_silence')
    .values({
      rule_id: silence.ruleId,
      transition_id: silence.transitionId,
      author: silence.author,
      reason: silence.reason,
      at: silence.at,
      until: silence.until,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What is silenced at an instant, oldest first. */
export const silencesAt = (query: Query, now: Instant): Promise<readonly StoredSilence[]> =>
  query
    .selectFrom('alert_silence as silence')
    .leftJoin('alert_transition as firing', 'firing.id', 'silence.transition_id')
    .select([
      'silence.id',
      'silence.rule_id as ruleId',
      'transition_id as transitionId',
      'author',
      'reason',
      'at',
      'until',
    ])
    .select('firing.as_of as firingSince')
    .where('at', '<=', now)
    .where((or) => or.or([or('until', 'is', null), or('until', '>', now)]))
    .orderBy('silence.id')
    .execute();

/** Writes that nobody was told of a transition, once. */
export async function storeMute(query: Query, transitionId: number, silenceId: number): Promise<void> {
  await query
    .insertInto('alert_mute')
    .values({ transition_id: transitionId, silence_id: silenceId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which of these transitions nobody was told of, and by which silence. */
export async function mutesOf(query: Query, transitionIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (transitionIds.length === 0) return new Map();
  const mutes = await query
    .selectFrom('alert_mute')
    .select(['transition_id', 'silence_id'])
    .where(sql<SqlBool>`transition_id = any(${transitionIds})`)
    .execute();
  return new Map(mutes.map(({ transition_id, silence_id }) => [transition_id, silence_id]));
}
