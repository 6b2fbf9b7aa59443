/** How each source is doing: its last slot, its last capture, and what was made of it. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { ReadingVerdict, SlotOutcome } from '../tables.ts';

export interface SourceHealth {
  readonly sourceId: string;
  readonly lastSlot: Instant | null;
  /** Null while the slot is open, and when there was none. */
  readonly lastOutcome: SlotOutcome | null;
  readonly lastMessage: string | null;
  readonly lastFetchedAt: Instant | null;
  /** When the bytes last differed from those before. */
  readonly lastChangedAt: Instant | null;
  readonly verdict: ReadingVerdict | null;
  readonly reasons: readonly string[] | null;
  readonly quotes: number | null;
  readonly headlines: number | null;
  /** Rows that were not used, by why. */
  readonly skips: Readonly<Record<string, number>> | null;
  /** When the values in use were last confirmed by an accepted document. */
  readonly lastAcceptedAt: Instant | null;
}

export async function sourceHealth(query: Query, sourceIds: readonly string[]): Promise<readonly SourceHealth[]> {
  const { rows } = await sql<SourceHealth>`
    select
      source_id as "sourceId",
      slot.due_at as "lastSlot", slot.outcome as "lastOutcome", slot.message as "lastMessage",
      fetched.fetched_at as "lastFetchedAt", changed.fetched_at as "lastChangedAt",
      read.verdict, read.reasons, read.quotes, read.headlines, read.skips,
      accepted.fetched_at as "lastAcceptedAt"
    from unnest(${sourceIds}::text[]) with ordinality as asked (source_id, position)
    left join lateral (
      select due_at, outcome, message from slot where slot.source_id = asked.source_id order by due_at desc limit 1
    ) slot on true
    left join lateral (
      select id, fetched_at from capture where capture.source_id = asked.source_id order by fetched_at desc limit 1
    ) fetched on true
    left join lateral (
      select fetched_at from capture join reading on reading.capture_id = capture.id
      where capture.source_id = asked.source_id and repeats is null order by fetched_at desc limit 1
    ) changed on true
    left join lateral (
      select verdict, reasons, quotes, headlines, skips
      from reading where capture_id = fetched.id order by parser_version desc limit 1
    ) read on true
    left join lateral (
      select capture.fetched_at
      from capture join reading on reading.capture_id = capture.id
      where capture.source_id = asked.source_id and reading.verdict = 'accepted'
      order by capture.fetched_at desc limit 1
    ) accepted on true
    order by position`.execute(query);
  return rows;
}
