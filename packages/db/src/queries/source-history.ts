/** What a source lately brought: its captures, rows that were skipped, and the bytes themselves. */
import type { Artifact, Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { ReadingVerdict } from '../tables.ts';

export interface RecentCapture {
  readonly id: number;
  readonly url: string;
  readonly fetchedAt: Instant;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Null until somebody read it. */
  readonly verdict: ReadingVerdict | null;
  readonly quotes: number | null;
  readonly headlines: number | null;
  /** It brought the bytes of an earlier one. */
  readonly repeated: boolean;
}

/** The newest captures of a source, newest first. */
export async function recentCaptures(query: Query, sourceId: string, most: number): Promise<readonly RecentCapture[]> {
  const { rows } = await sql<RecentCapture>`
    select
      capture.id, url, fetched_at as "fetchedAt", content_type as "contentType",
      octet_length(artifact.bytes) as bytes, capture.sha256,
      read.verdict, read.quotes, read.headlines, read.repeats is not null as repeated
    from (
      select id, url, fetched_at, content_type, sha256 from capture
      where source_id = ${sourceId} order by fetched_at desc, id desc limit ${most}
    ) capture
    join artifact using (sha256)
    left join lateral (
      select verdict, quotes, headlines, repeats from reading
      where capture_id = capture.id order by parser_version desc limit 1
    ) read on true
    order by fetched_at desc, capture.id desc`.execute(query);
  return rows;
}

export interface SkipExample {
  readonly code: string;
  /** In the source's own words. */
  readonly text: string;
  readonly rows: number;
}

/** Rows that the newest reading of a source did not use, at most a few of each kind, the most frequent first. */
export async function skipExamples(
  query: Query,
  sourceId: string,
  mostOfEach: number,
): Promise<readonly SkipExample[]> {
  const { rows } = await sql<SkipExample>`
    with newest as (
      select coalesce(repeats, capture_id) as capture_id, parser_version
      from capture join reading on reading.capture_id = capture.id
      where source_id = ${sourceId} order by fetched_at desc, parser_version desc limit 1
    )
    select code, text, rows from (
      select code, text, rows, row_number() over (partition by code order by rows desc, text) as position
      from skip join newest using (capture_id, parser_version)
    ) ranked
    where position <= ${mostOfEach} order by code, position`.execute(query);
  return rows;
}

/** A document of a source with its bytes; undefined where that source has no such capture. */
export async function capturedDocument(
  query: Query,
  { sourceId, captureId }: { readonly sourceId: string; readonly captureId: number },
): Promise<Artifact | undefined> {
  return await query
    .selectFrom('capture')
    .innerJoin('artifact', 'artifact.sha256', 'capture.sha256')
    .select(['source_id as sourceId', 'url', 'fetched_at as fetchedAt', 'content_type as contentType', 'bytes'])
    .where('capture.id', '=', captureId)
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
}

/** When any of these sources was last fetched; null before the first time. */
export async function newestFetch(query: Query, sourceIds: readonly string[]): Promise<Instant | null> {
  const { rows } = await sql<{ readonly at: Instant | null }>`
    select max(newest.fetched_at) as at
    from unnest(${sourceIds}::text[]) as asked (source_id)
    join lateral (
      select fetched_at from capture where capture.source_id = asked.source_id order by fetched_at desc limit 1
    ) newest on true`.execute(query);
  return rows[0]?.at ?? null;
}
