/** The rows of a data release: everything read from sources that may be passed on, numbered by what it is and not by when it was stored. */
import { minutesToFixing } from '@bandgap/core';
import { type RawBuilder, sql } from 'kysely';
import type { Db, Query } from '../open-db.ts';

export interface ReleaseScope {
  /** Sources whose prices and documents may be passed on. */
  readonly open: readonly string[];
}

export type ReleaseRow = Readonly<Record<string, unknown>>;

export interface LeftOutSource {
  readonly source: string;
  readonly series: number;
  readonly subjects: readonly string[];
}

export interface LeftOut {
  readonly sources: readonly LeftOutSource[];
  /** Runs with such a source behind them, by model. */
  readonly runs: readonly { readonly model: string; readonly runs: number }[];
}

/** One state of the database, however long the reading takes. */
export interface ReleaseReader {
  leftOut(): Promise<LeftOut>;
  rows(table: ReleaseTable): Promise<readonly ReleaseRow[]>;
  /** Hashes of the documents, in order. */
  documents(): Promise<readonly string[]>;
  document(sha256: string): Promise<Uint8Array>;
}

export const readRelease = <T>(
  { transaction }: Db,
  { open }: ReleaseScope,
  read: (reader: ReleaseReader) => Promise<T>,
): Promise<T> =>
  transaction(async ({ query }) => {
    await sql`set transaction isolation level repeatable read`.execute(query);
    await number(query, open);
    return read({
      leftOut: () => leftOut(query, open),
      rows: async (table) => (await tables[table](open).execute(query)).rows,
      documents: () => documents(query),
      document: (sha256) => document(query, sha256),
    });
  });

async function number(query: Query, open: readonly string[]): Promise<void> {
  await sql`
    create temp table release_series on commit drop as
    select id, (row_number() over (
      order by source_id collate "C", subject collate "C", metric collate "C", venue collate "C", terms::text collate "C", unit collate "C"
    ))::int as number
    from series where source_id = any(${open})`.execute(query);
  await sql`
    create temp table release_capture on commit drop as
    select id, (row_number() over (order by fetched_at, source_id collate "C", slot, url collate "C"))::int as number
    from capture
    where source_id = any(${open}) and exists (select from reading where reading.capture_id = capture.id)`.execute(
    query,
  );
  await sql`
    create temp table release_run on commit drop as
    select id from run where not exists (
      select from run_source where run_source.run_id = run.id and source_id <> all(${open})
    )`.execute(query);
  await sql`create unique index on release_series (id)`.execute(query);
  await sql`create unique index on release_capture (id)`.execute(query);
  await sql`create unique index on release_run (id)`.execute(query);
}

async function leftOut(query: Query, open: readonly string[]): Promise<LeftOut> {
  const { rows: sources } = await sql<LeftOutSource>`
    select source_id as source, count(*) as series, array_agg(distinct subject order by subject) as subjects
    from series where source_id <> all(${open}) group by source_id order by source_id collate "C"`.execute(query);
  const { rows: runs } = await sql<{ readonly model: string; readonly runs: number }>`
    select model, count(*) as runs from run where id not in (select id from release_run)
    group by model order by model collate "C"`.execute(query);
  return { sources, runs };
}

async function documents(query: Query): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly sha256: string }>`
    select distinct sha256 from capture join release_capture using (id) order by sha256`.execute(query);
  return rows.map(({ sha256 }) => sha256);
}

const document = async (query: Query, sha256: string): Promise<Uint8Array> =>
  (await query.selectFrom('artifact').select('bytes').where('sha256', '=', sha256).executeTakeFirstOrThrow()).bytes;

export type ReleaseTable = keyof typeof tables;

const tables = {
  series: () => sql<ReleaseRow>`
    select number as series, source_id as source, subject, metric, venue, terms::text as terms, unit
    from series join release_series using (id) order by number`,
  captures: () => sql<ReleaseRow>`
    select number as capture, capture.source_id as source, capture.slot, url, fetched_at, http_status, content_type, etag, last_modified, sha256,
      slot.outcome as slot_outcome, slot.origin as slot_origin
    from capture join release_capture using (id) join slot on slot.source_id = capture.source_id and slot.due_at = capture.slot
    order by number`,
  readings: () => sql<ReleaseRow>`
    select capture.number as capture, parser_version, verdict, to_json(reasons)::text as reasons, quotes, headlines, skips::text as skips,
      (select json_agg(release_series.number order by release_series.number)::text
        from unnest(seen) saw (id) join release_series on release_series.id = saw.id) as seen,
      repeated.number as repeats, listed.number as seen_in
    from reading
    join release_capture capture on capture.id = reading.capture_id
    left join release_capture repeated on repeated.id = reading.repeats
    left join release_capture listed on listed.id = reading.seen_in
    order by seen_in is not null, capture.number, parser_version`,
  observations: () => sql<ReleaseRow>`
    select series.number as series, observed_at, recorded_at, parser_version, value, capture.number as capture, at
    from observation
    join release_series series on series.id = series_id
    join release_capture capture on capture.id = capture_id
    order by series.number, observed_at, recorded_at, parser_version`,
  runs: () => sql<ReleaseRow>`
    select receipt, model, version, subject, as_of, known_at, revision, question::text as question, output::text as output
    from run join release_run using (id)
    order by known_at, model collate "C", subject collate "C", as_of, revision, receipt`,
  lineage: () => sql<ReleaseRow>`
    select run.receipt, ordinal as position, role, series.number as series, observed_at, recorded_at, parser_version, assumption,
      upstream.receipt as upstream
    from run_input
    join release_run on release_run.id = run_id
    join run on run.id = run_id
    left join release_series series on series.id = series_id
    left join run upstream on upstream.id = upstream_id
    order by run.known_at, run.receipt, ordinal`,
  index: () => sql<ReleaseRow>`
    select distinct on (subject collate "C", as_of) subject as index, (as_of at time zone 'UTC')::date::text as fixing_date, known_at as fixed_at,
      (output ->> 'pricePerGpuHour')::float8 as usd_per_gpu_hour, (output ->> 'low')::float8 as low_usd_per_gpu_hour,
      (output ->> 'high')::float8 as high_usd_per_gpu_hour, (output ->> 'n')::int as owners, output ->> 'confidence' as confidence,
      revision, receipt
    from run join release_run using (id)
    where model = 'rental-index' and known_at = as_of + make_interval(mins => ${minutesToFixing})
    order by subject collate "C", as_of, revision desc`,
  events: (open: readonly string[]) => sql<ReleaseRow>`
    select event.key, kind, source_id as source, subject, as_of, recorded_at, event::text as event, retracted.key is not null as retracted
    from event left join event_retraction retracted on retracted.key = event.key
    where ${published(open)}
    order by recorded_at, event.key`,
  alerts: (open: readonly string[]) => sql<ReleaseRow>`
    select rule_id as rule, told.as_of, from_state, to_state, told.kind, value, reference, unit, strong, since, told.revision,
      run.receipt, reference_run.receipt as reference_receipt, event_key
    from alert_transition told
    left join run on run.id = told.run_id
    left join run reference_run on reference_run.id = told.reference_run_id
    left join event on event.key = told.event_key
    where (told.run_id is null or told.run_id in (select id from release_run))
      and (told.reference_run_id is null or told.reference_run_id in (select id from release_run))
      and (told.event_key is null or ${published(open)})
      and (told.value is null or told.unit = 'minutes' or num_nonnulls(told.run_id, told.event_key) > 0)
    order by told.as_of, rule_id collate "C", event_key nulls first, told.revision`,
} satisfies Readonly<Record<string, (open: readonly string[]) => RawBuilder<ReleaseRow>>>;

/** What a source tells goes with the source; what a model tells may name no other. */
const published = (open: readonly string[]) => sql<boolean>`(
  event.source_id = any(${open}) or exists (select from run where run.model = event.source_id) and not exists (
    select from jsonb_path_query(event.event, '$.**') as named (value)
    join series on named.value = to_jsonb(series.source_id)
    where series.source_id <> all(${open})
  )
)`;
