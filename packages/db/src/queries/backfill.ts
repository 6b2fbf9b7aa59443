/** What was filled in from dated versions, as against what was fetched by schedule. */
import type { Instant } from '@bandgap/core';
import type { Query } from '../open-db.ts';

export interface FilledIn {
  readonly url: string;
  readonly at: Instant;
}

/** The versions of a source's documents that are stored already. */
export const filledIn = (query: Query, sourceId: string): Promise<readonly FilledIn[]> =>
  query
    .selectFrom('slot')
    .innerJoin('capture', (join) =>
      join.onRef('capture.source_id', '=', 'slot.source_id').onRef('capture.slot', '=', 'slot.due_at'),
    )
    .select(['capture.url', 'slot.due_at as at'])
    .where('slot.source_id', '=', sourceId)
    .where('slot.origin', '=', 'backfill')
    .execute();

/** How many captures of a source are still to be read. */
export async function unreadCount(query: Query, sourceId: string): Promise<number> {
  const { count } = await query
    .selectFrom('unread')
    .innerJoin('capture', 'capture.id', 'unread.capture_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many readings of backfilled documents came to which verdict. */
export async function filledInVerdicts(query: Query, sourceId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await query
    .selectFrom('slot')
    .innerJoin('capture', (join) =>
      join.onRef('capture.source_id', '=', 'slot.source_id').onRef('capture.slot', '=', 'slot.due_at'),
    )
    .innerJoin('reading', 'reading.capture_id', 'capture.id')
    .select(['verdict', ({ fn }) => fn.count<number>('capture.id').distinct().as('count')])
    .where('slot.source_id', '=', sourceId)
    .where('slot.origin', '=', 'backfill')
    .groupBy('verdict')
    .execute();
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]));
}
