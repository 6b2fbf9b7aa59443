/** Events: stored once each, retracted where a late document no longer supports them, listed newest first. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface StoredEvent {
  /** The same event has the same key, however often it is worked out. */
  readonly key: string;
  readonly kind: string;
  /** Who says so: a source, or the model whose answer changed. */
  readonly source: string;
  readonly subject: string;
  /** From when on what it tells is true. */
  readonly asOf: Instant;
  /** When the document was fetched that tells it. */
  readonly recordedAt: Instant;
  readonly event: Readonly<Record<string, unknown>>;
}

/** Stores events and returns those that are new. */
export async function storeEvents(query: Query, told: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  if (told.length === 0) return [];
  const inserted = await query
    .insertInto('event')
    .columns(['key', 'kind', 'source_id', 'subject', 'as_of', 'recorded_at', 'event'])
    .expression(
      sql`select * from jsonb_to_recordset(${JSON.stringify(told.map(eventRow))}::jsonb) as told (
        key text, kind text, source_id text, subject text, as_of timestamptz, recorded_at timestamptz, event jsonb
      ) order by key`,
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .execute();
  const isNew = new Set(inserted.map(({ key }) => key));
  return told.filter(({ key }) => isNew.delete(key));
}

export interface EventScope {
  readonly source: string;
  readonly recordedAt: Instant;
  /** Only those about these; all of the source unless given. */
  readonly subjects?: readonly string[];
}

/** Stores all that can be told of a scope, retracts what was told of it and no longer can be, and returns what is new. */
export async function restateEvents(
  query: Query,
  { source, recordedAt, subjects }: EventScope,
  told: readonly StoredEvent[],
): Promise<readonly StoredEvent[]> {
  const keys = told.map(({ key }) => key);
  await sql`
    insert into event_retraction (key)
    select key from event
    where source_id = ${source} and recorded_at = ${recordedAt} and key <> all(${keys})
      and (${subjects ?? null}::text[] is null or subject = any(${subjects ?? null}))
    on conflict do nothing`.execute(query);
  if (told.length > 0) await sql`delete from event_retraction where key = any(${keys})`.execute(query);
  return storeEvents(query, told);
}

const eventRow = ({ key, kind, source, subject, asOf, recordedAt, event }: StoredEvent) => ({
  key,
  kind,
  source_id: source,
  subject,
  as_of: asOf,
  recorded_at: recordedAt,
  event,
});

export interface EventSearch {
  /** Recorded at this instant or later. */
  readonly since?: Instant;
  /** Older than this event, for the next page. */
  readonly before?: Pick<StoredEvent, 'recordedAt' | 'key'>;
  readonly kinds?: readonly string[];
  readonly subject?: string;
  /** Only what these say: sources, or models. */
  readonly sources?: readonly string[];
  readonly limit: number;
}

/** Events that still hold, newest first. */
export const events = (
  query: Query,
  { since, before, kinds, subject, sources, limit }: EventSearch,
): Promise<readonly StoredEvent[]> =>
  query
    .selectFrom('event')
    .select(['key', 'kind', 'source_id as source', 'subject', 'as_of as asOf', 'recorded_at as recordedAt', 'event'])
    .where('key', 'not in', (retraction) => retraction.selectFrom('event_retraction').select('event_retraction.key'))
    .$if(since !== undefined, (search) => search.where(sql<boolean>`recorded_at >= ${since}`))
    .$if(before !== undefined, (search) =>
      search.where(sql<boolean>`(recorded_at, key) < (${before?.recordedAt}::timestamptz, ${before?.key})`),
    )
    .$if(kinds !== undefined, (search) => search.where(sql<boolean>`kind = any(${kinds})`))
    .$if(sources !== undefined, (search) => search.where(sql<boolean>`source_id = any(${sources})`))
    .$if(subject !== undefined, (search) => search.where(sql<boolean>`subject = ${subject}`))
    .orderBy('recorded_at', 'desc')
    .orderBy('key', 'desc')
    .limit(limit)
    .execute();
