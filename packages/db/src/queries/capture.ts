/** Fetches and the bytes they brought. */
import { type Artifact, type Instant, sha256 } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { SlotOrigin } from '../tables.ts';

export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FetchedBody extends Validators {
  readonly sourceId: string;
  readonly slot: Instant;
  readonly url: string;
  readonly fetchedAt: Instant;
  readonly httpStatus: number;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface PreviousCapture extends Validators {
  readonly id: number;
  readonly sha256: string;
  readonly contentType: string;
  readonly fetchedAt: Instant;
}

/** The last capture of a url before an instant: what a conditional request refers to, and what unchanged means. */
export async function previousCapture(
  query: Query,
  { sourceId, url, before }: { readonly sourceId: string; readonly url: string; readonly before: Instant },
): Promise<PreviousCapture | undefined> {
  const row = await query
    .selectFrom('capture')
    .select(['id', 'sha256', 'etag', 'last_modified', 'content_type', 'fetched_at'])
    .where('source_id', '=', sourceId)
    .where('url', '=', url)
    .where('fetched_at', '<', before)
    .orderBy('fetched_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    sha256: row.sha256,
    contentType: row.content_type,
    fetchedAt: row.fetched_at,
    ...(row.etag === null ? {} : { etag: row.etag }),
    ...(row.last_modified === null ? {} : { lastModified: row.last_modified }),
  };
}

/** Keeps the bytes and the capture. Storing the same slot and url again changes nothing; bytes that are kept already are not sent. */
export async function storeCapture(query: Query, { bytes, ...fetched }: FetchedBody): Promise<void> {
  const hash = sha256(bytes);
  const kept = await query.selectFrom('artifact').select('sha256').where('sha256', '=', hash).executeTakeFirst();
  if (kept === undefined) {
    await query
      .insertInto('artifact')
      .values({ sha256: hash, bytes: Buffer.from(bytes) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await insertCapture(query, { ...fetched, sha256: hash });
}

type NotModified = Omit<FetchedBody, 'bytes' | 'contentType'> & { readonly previous: PreviousCapture };

/** Records that the server said: not modified since `previous`. */
export const storeNotModified = (query: Query, { previous, ...fetched }: NotModified): Promise<void> =>
  insertCapture(query, { ...fetched, contentType: previous.contentType, sha256: previous.sha256 });

type CaptureRecord = Omit<FetchedBody, 'bytes'> & { readonly sha256: string };

/** Whatever is fetched is still to be read: the two are written together. */
async function insertCapture(query: Query, record: CaptureRecord): Promise<void> {
  await query
    .with('added', (db) =>
      db
        .insertInto('capture')
        .values({
          source_id: record.sourceId,
          slot: record.slot,
          url: record.url,
          fetched_at: record.fetchedAt,
          http_status: record.httpStatus,
          content_type: record.contentType,
          etag: record.etag ?? null,
          last_modified: record.lastModified ?? null,
          sha256: record.sha256,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id'),
    )
    .insertInto('unread')
    .columns(['capture_id'])
    .expression((eb) => eb.selectFrom('added').select('id'))
    .execute();
}

export interface StoredCapture {
  readonly id: number;
  readonly sourceId: string;
  readonly url: string;
  readonly fetchedAt: Instant;
  readonly sha256: string;
}

const storedCapture = [
  'capture.id',
  'capture.source_id as sourceId',
  'url',
  'fetched_at as fetchedAt',
  'sha256',
] as const;

export interface ParserOf {
  readonly id: string;
  readonly parserVersion: number;
}

/** Owes a reading of every capture that an older parser of its source read, and no present one. */
export async function oweReadings(query: Query, parsers: readonly ParserOf[]): Promise<void> {
  await sql`
    insert into unread (capture_id)
    select capture.id
    from unnest(${parsers.map(({ id }) => id)}::text[], ${parsers.map(({ parserVersion }) => parserVersion)}::int[])
      as present (source_id, parser_version)
    join capture on capture.source_id = present.source_id
    where not exists (
      select from reading where reading.capture_id = capture.id and reading.parser_version >= present.parser_version
    )
    on conflict do nothing`.execute(query);
}

/** With the transaction that stores the reading. */
export async function markRead(query: Query, captureId: number): Promise<void> {
  await query.deleteFrom('unread').where('capture_id', '=', captureId).execute();
}

export interface UnreadCapture extends StoredCapture {
  /** How its slot came about. */
  readonly origin: SlotOrigin;
  /** Whether its source was fetched again since: only then may something that follows it be read already. */
  readonly isLate: boolean;
}

export interface Turn {
  readonly sourceId: string;
  /** Sources whose documents from before are read first, for this one is compared with them. */
  readonly after: readonly string[];
}

/**
 * The oldest capture of a source that is still to be read. Undefined too while an older slot of that source, or of one it
 * comes after, is open: documents are read in the order of time.
 */
export const nextUnread = (query: Query, { sourceId, after }: Turn): Promise<UnreadCapture | undefined> =>
  query
    .selectFrom('unread')
    .innerJoin('capture', 'capture.id', 'unread.capture_id')
    .innerJoin('slot as own', (join) =>
      join.onRef('own.source_id', '=', 'capture.source_id').onRef('own.due_at', '=', 'capture.slot'),
    )
    .select(storedCapture)
    .select(({ exists, selectFrom }) => [
      'own.origin',
      exists(
        selectFrom('capture as later')
          .select(sql.lit(1).as('one'))
          .whereRef('later.source_id', '=', 'capture.source_id')
          .whereRef('later.fetched_at', '>', 'capture.fetched_at'),
      )
        .$castTo<boolean>()
        .as('isLate'),
    ])
    .where('capture.source_id', '=', sourceId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('slot')
            .select(sql.lit(1).as('one'))
            .where('slot.source_id', 'in', [sourceId, ...after])
            .where('slot.outcome', 'is', null)
            .whereRef('slot.due_at', '<', 'capture.slot'),
        ),
      ),
    )
    .$if(after.length > 0, (turn) =>
      turn.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('unread as others')
              .innerJoin('capture as other', 'other.id', 'others.capture_id')
              .select(sql.lit(1).as('one'))
              .where('other.source_id', 'in', after)
              .whereRef('other.fetched_at', '<', 'capture.fetched_at'),
          ),
        ),
      ),
    )
    .orderBy('fetched_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** The first capture of the same url after `capture` that was believed: it has to be read again when `capture` came late. */
export const readSuccessor = (
  query: Query,
  { sourceId, url, fetchedAt }: StoredCapture,
): Promise<StoredCapture | undefined> =>
  query
    .selectFrom('capture')
    .innerJoin('reading', 'reading.capture_id', 'capture.id')
    .select(storedCapture)
    .where('source_id', '=', sourceId)
    .where('url', '=', url)
    .where('fetched_at', '>', fetchedAt)
    .where('verdict', '=', 'accepted')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('unread').select(sql.lit(1).as('one')).whereRef('unread.capture_id', '=', 'capture.id'))),
    )
    .orderBy('fetched_at')
    .limit(1)
    .executeTakeFirst();

/** Sources with a capture that is still to be read. */
export async function unreadSources(query: Query): Promise<readonly string[]> {
  const rows = await query
    .selectFrom('unread')
    .innerJoin('capture', 'capture.id', 'unread.capture_id')
    .select('source_id')
    .distinct()
    .orderBy('source_id')
    .execute();
  return rows.map((row) => row.source_id);
}

/** The document a capture brought, with its bytes. Throws where there is no such capture. */
export async function artifactOf(query: Query, captureId: number): Promise<Artifact> {
  const row = await query
    .selectFrom('capture')
    .innerJoin('artifact', 'artifact.sha256', 'capture.sha256')
    .select(['source_id', 'url', 'fetched_at', 'content_type', 'bytes'])
    .where('capture.id', '=', captureId)
    .executeTakeFirstOrThrow();
  return {
    sourceId: row.source_id,
    url: row.url,
    fetchedAt: row.fetched_at,
    contentType: row.content_type,
    bytes: row.bytes,
  };
}
