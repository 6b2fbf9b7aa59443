/** Slots: which source was due when, and how that went. */
import type { Instant } from '@bandgap/core';
import { type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { SlotOrigin, SlotOutcome } from '../tables.ts';

export interface Slot {
  readonly sourceId: string;
  readonly dueAt: Instant;
}

/** Writes the slots that are not there yet and returns those. Any number of schedulers may announce the same ones. */
export async function announceSlots(
  query: Query,
  slots: readonly Slot[],
  origin: SlotOrigin = 'schedule',
): Promise<readonly Slot[]> {
  if (slots.length === 0) return [];
  const announced = await query
    .insertInto('slot')
    .values(
      slots.map(({ sourceId, dueAt }) => ({
        source_id: sourceId,
        due_at: dueAt,
        outcome: null,
        message: null,
        origin,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['source_id as sourceId', 'due_at as dueAt'])
    .execute();
  return announced;
}

export interface ClosedSlot extends Slot {
  readonly outcome: SlotOutcome;
  readonly message?: string;
}

/** Closes an open slot. A slot that is closed stays as it is. */
export async function closeSlot(query: Query, { sourceId, dueAt, outcome, message }: ClosedSlot): Promise<void> {
  await query
    .updateTable('slot')
    .set({ outcome, message: message ?? null })
    .where('source_id', '=', sourceId)
    .where('due_at', '=', dueAt)
    .where('outcome', 'is', null)
    .execute();
}

/** Slots nobody has finished, oldest first. */
export const openSlots = (query: Query, until: Instant): Promise<readonly Slot[]> =>
  query
    .selectFrom('slot')
    .select(['source_id as sourceId', 'due_at as dueAt'])
    .where('outcome', 'is', null)
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .orderBy('source_id')
    .execute();

export async function isOpen(query: Query, { sourceId, dueAt }: Slot): Promise<boolean> {
  const slot = await query
    .selectFrom('slot')
    .select('outcome')
    .where('source_id', '=', sourceId)
    .where('due_at', '=', dueAt)
    .executeTakeFirst();
  return slot !== undefined && slot.outcome === null;
}

/** A poll cannot bring back what a site showed earlier: open slots of a source between two instants are missed. */
export async function closeMissedSlots(
  query: Query,
  { sourceId, after, before }: { readonly sourceId: string; readonly after?: Instant; readonly before: Instant },
): Promise<void> {
  await query
    .updateTable('slot')
    .set({ outcome: 'missed', message: 'nobody was there to fetch it' })
    .where('source_id', '=', sourceId)
    .$if(after !== undefined, (later) => later.where(sql<SqlBool>`due_at > ${after}`))
    .where('due_at', '<', before)
    .where('outcome', 'is', null)
    .execute();
}

/** When each source was last due, as announced. */
export const latestSlots = (query: Query): Promise<readonly Slot[]> =>
  query
    .selectFrom('slot')
    .select(['source_id as sourceId', ({ fn }) => fn.max('due_at').as('dueAt')])
    .where('origin', '=', 'schedule')
    .groupBy('source_id')
    .execute();
