/** Quarantine: what was not believed, why, and what people decided about it. */
import type { Day, Instant, SeriesKey } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query, Tx } from '../open-db.ts';
import type { StoredCapture } from './capture.ts';
import { isNewest } from './newest-reading.ts';
import { type ChangedSeries, insertObservations } from './observation.ts';
import type { Reading } from './reading.ts';
import { seriesKey } from './series-key.ts';

export interface Decision {
  readonly decision: 'released' | 'rejected';
  readonly author: string;
  readonly reason: string;
  readonly decidedAt: Instant;
}

/** A document that was not believed. */
export interface QuarantinedDocument {
  /** The number of its capture. */
  readonly id: number;
  readonly sourceId: string;
  readonly url: string;
  readonly fetchedAt: Instant;
  /** When the same bytes were last fetched. */
  readonly lastFetchedAt: Instant;
  readonly fetches: number;
  readonly parserVersion: number;
  readonly verdict: 'quarantined' | 'unreadable';
  readonly reasons: readonly string[];
  /** Rows that were not used, by why. */
  readonly skips: Readonly<Record<string, number>>;
  /** The newest last. */
  readonly decisions: readonly Decision[];
}

/** A price that its document quoted and that was not believed. */
export interface HeldRow {
  /** The number of the capture that quoted it last. */
  readonly id: number;
  readonly series: SeriesKey;
  readonly rule: 'jump' | 'unit-change';
  readonly value: number;
  /** The value believed instead. */
  readonly believed: number | null;
  readonly since: Instant;
  readonly lastQuotedAt: Instant;
  readonly decisions: readonly Decision[];
}

const decisions = sql`coalesce((
  select jsonb_agg(jsonb_build_object(
    'decision', decision, 'author', author, 'reason', reason,
    'decidedAt', to_char(decided_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  ) order by decided_at)
  from quarantine_decision where quarantine_decision.capture_id = capture.id
), '[]')`;

/** The documents that were not believed, the newest first; those that repeat one to the byte are counted with it. */
export async function quarantinedDocuments(query: Query): Promise<readonly QuarantinedDocument[]> {
  const { rows } = await sql<QuarantinedDocument>`
    select capture.id, capture.source_id as "sourceId", capture.url, capture.fetched_at as "fetchedAt",
      coalesce(repeated.last, capture.fetched_at) as "lastFetchedAt", 1 + repeated.fetches as fetches,
      reading.parser_version as "parserVersion", verdict, reasons, skips, ${decisions} as decisions
    from reading
    join capture on capture.id = reading.capture_id
    join lateral (
      select count(*)::int as fetches, max(again.fetched_at) as last
      from reading repeat join capture again on again.id = repeat.capture_id
      where repeat.repeats = capture.id and repeat.parser_version = reading.parser_version
    ) repeated on true
    where verdict <> 'accepted' and reading.repeats is null and ${isNewest}
    order by capture.fetched_at desc, capture.id desc`.execute(query);
  return rows;
}

/** The prices that are held back now, the newest first; not those that something newer was believed instead of. */
export async function heldRows(query: Query): Promise<readonly HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    with newest as (
      select distinct on (source_id, url) fetched_at, coalesce(repeats, capture.id) as read_id
      from capture join reading on reading.capture_id = capture.id
      where verdict = 'accepted' and ${isNewest}
      order by source_id, url, fetched_at desc
    )
    select capture.id, ${seriesKey} as series, held.rule, held.value, believed.value as believed,
      first.since, newest.fetched_at as "lastQuotedAt", ${decisions} as decisions
    from newest
    join held on held.capture_id = newest.read_id
    join capture on capture.id = held.capture_id
    join series on series.id = held.series_id
    left join lateral (
      select value, observed_at from observation where series_id = series.id
      order by observed_at desc, recorded_at desc, parser_version desc limit 1
    ) believed on true
    join lateral (
      select min(quoted.fetched_at) as since
      from held earlier join capture quoted on quoted.id = earlier.capture_id
      where earlier.series_id = series.id and earlier.value = held.value and quoted.fetched_at > coalesce(believed.observed_at, '-infinity')
    ) first on true
    where believed.value is distinct from held.value and first.since is not null
    order by newest.fetched_at desc, capture.id desc, series.id`.execute(query);
  return rows;
}

/** A document that was believed but for some of its rows. */
export interface RefusedRows {
  readonly id: number;
  readonly sourceId: string;
  readonly url: string;
  readonly fetchedAt: Instant;
  /** Rows that cannot be prices, by why. */
  readonly skips: Readonly<Record<string, number>>;
}

/** The newest believed document of each address, where it has rows that cannot be prices. */
export async function refusedRows(query: Query): Promise<readonly RefusedRows[]> {
  const { rows } = await sql<RefusedRows>`
    select id, source_id as "sourceId", url, fetched_at as "fetchedAt", skips
    from (
      select distinct on (source_id, url) source_id, url, fetched_at, coalesce(repeats, capture.id) as id,
        (select jsonb_object_agg(key, value) from jsonb_each(skips) where key in ('implausible', 'ambiguous', 'not_a_price')) as skips
      from capture join reading on reading.capture_id = capture.id
      where verdict = 'accepted' and ${isNewest}
      order by source_id, url, fetched_at desc
    ) newest
    where skips is not null
    order by source_id, url`.execute(query);
  return rows;
}

/** Rows of a document that were not used, in its own words. */
export interface SkippedRows {
  readonly code: string;
  readonly text: string;
  readonly rows: number;
}

/** The rows that the newest reading of a capture skipped, the most frequent first. */
export async function skippedRows(query: Query, captureId: number, most: number): Promise<readonly SkippedRows[]> {
  const { rows } = await sql<SkippedRows>`
    select code, text, rows
    from skip join reading using (capture_id, parser_version)
    where capture_id = ${captureId} and ${isNewest}
    order by rows desc, code, text
    limit ${most}`.execute(query);
  return rows;
}

/** What became of a capture; undefined where there is none. A capture that repeats another to the byte is that other. */
export interface CaptureVerdict {
  readonly capture: StoredCapture;
  readonly verdict: 'accepted' | 'quarantined' | 'unreadable';
  readonly reasons: readonly string[];
  readonly holds: boolean;
  readonly decisions: readonly Decision[];
}

export async function captureVerdict(query: Query, id: number): Promise<CaptureVerdict | undefined> {
  const { rows } = await sql<Omit<CaptureVerdict, 'capture'> & StoredCapture>`
    select capture.id, source_id as "sourceId", url, fetched_at as "fetchedAt", sha256, reading.verdict, reading.reasons,
      exists (select from held where held.capture_id = capture.id) as holds, ${decisions} as decisions
    from reading asked
    join capture on capture.id = coalesce(asked.repeats, asked.capture_id)
    join reading on reading.capture_id = capture.id
    where asked.capture_id = ${id} and ${isNewest}
    order by asked.parser_version desc
    limit 1`.execute(query);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { id: captureId, sourceId, url, fetchedAt, sha256, ...rest } = row;
  return { capture: { id: captureId, sourceId, url, fetchedAt, sha256 }, ...rest };
}

export type Release = Pick<Reading, 'capture' | 'parserVersion' | 'quotes'> & Omit<Decision, 'decision'>;

/** Believes the quotes of a document from the decision on, and returns the series whose value that changed. */
export async function storeRelease(tx: Tx, release: Release): Promise<readonly ChangedSeries[]> {
  const { capture, parserVersion, quotes, decidedAt, ...signed } = release;
  const { changed, seen } = await insertObservations(tx, { capture, parserVersion, quotes, recordedAt: decidedAt });
  await storeDecision(tx.query, { captureId: capture.id, decision: 'released', decidedAt, seen, ...signed });
  return changed;
}

export const storeRejection = (
  query: Query,
  rejection: Omit<Decision, 'decision'> & { readonly captureId: number },
): Promise<void> => storeDecision(query, { ...rejection, decision: 'rejected', seen: null });

interface SignedDecision extends Decision {
  readonly captureId: number;
  readonly seen: readonly number[] | null;
}

async function storeDecision(query: Query, { captureId, decidedAt, ...decision }: SignedDecision): Promise<void> {
  await query
    .insertInto('quarantine_decision')
    .values({ capture_id: captureId, decided_at: decidedAt, ...decision })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Days of a source that no index uses. */
export interface SourceRejection {
  readonly sourceId: string;
  readonly from: Day;
  readonly to: Day;
  readonly author: string;
  readonly reason: string;
  readonly decidedAt: Instant;
}

/** Writing the same days again changes nothing. */
export async function storeSourceRejection(query: Query, rejection: SourceRejection): Promise<void> {
  const { sourceId, from, to, author, reason, decidedAt } = rejection;
  await query
    .insertInto('source_rejection')
    .values({ source_id: sourceId, from_day: from, to_day: to, author, reason, decided_at: decidedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The rejections that were known at an instant; all there are unless it is given. */
export const sourceRejections = (query: Query, knownAt?: Instant): Promise<readonly SourceRejection[]> =>
  query
    .selectFrom('source_rejection')
    .select([
      'source_id as sourceId',
      'from_day as from',
      'to_day as to',
      'author',
      'reason',
      'decided_at as decidedAt',
    ])
    .$if(knownAt !== undefined, (known) => known.where('decided_at', '<=', knownAt ?? ''))
    .orderBy('decided_at')
    .orderBy('source_id')
    .orderBy('from_day')
    .execute();

export interface Moment {
  readonly sources: readonly string[];
  /** The newest document up to then is what counts. */
  readonly asOf: Instant;
  readonly knownAt: Instant;
}

/**
 * Series whose newest document was not believed, or whose newest price is held back: what is believed of them is older than
 * what was last said.
 */
export async function withheldSeries(query: Query, { sources, asOf, knownAt }: Moment): Promise<readonly number[]> {
  const { rows } = await sql<{ seriesId: number }>`
    with newest as (
      select distinct on (source_id, url) source_id, url, verdict, fetched_at, coalesce(repeats, capture.id) as read_id
      from capture join reading on reading.capture_id = capture.id
      where source_id = any(${sources}) and fetched_at <= ${asOf} and fetched_at > ${asOf}::timestamptz - interval '45 days' and verdict <> 'unreadable' and ${isNewest}
      order by source_id, url, fetched_at desc
    ), unreleased as (
      select * from newest
      where not exists (
        select from quarantine_decision release
        where release.capture_id = read_id and decision = 'released' and decided_at <= ${knownAt}
      )
    )
    select series_id as "seriesId" from unreleased join held on held.capture_id = read_id
    union
    select unnest(believed.seen)
    from unreleased
    join lateral (
      select coalesce(reading.seen, repeated.seen) as seen
      from capture
      join reading on reading.capture_id = capture.id
      left join reading repeated on repeated.capture_id = coalesce(reading.seen_in, reading.repeats) and repeated.parser_version = reading.parser_version
      where capture.source_id = unreleased.source_id and capture.url = unreleased.url
        and capture.fetched_at < unreleased.fetched_at and reading.verdict = 'accepted' and ${isNewest}
      order by capture.fetched_at desc
      limit 1
    ) believed on true
    where unreleased.verdict = 'quarantined'`.execute(query);
  return rows.map(({ seriesId }) => seriesId);
}
