/** Loads the rows of a data release into an empty database. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Query } from '../open-db.ts';
import type { ReleaseRow, ReleaseTable } from './release-tables.ts';

export interface StoredAlready {
  /** Slots and series. */
  readonly gathered: number;
  readonly runs: number;
}

/** What a database holds already: a release is loaded where there is nothing. */
export async function storedAlready(query: Query): Promise<StoredAlready> {
  const { rows } = await sql<StoredAlready>`
    select (select count(*) from slot) + (select count(*) from series) as gathered, (select count(*) from run) as runs`.execute(
    query,
  );
  const [stored] = rows;
  if (stored === undefined) throw new Error('expected one row of counts, was none');
  return stored;
}

export interface ReleaseWriter {
  document(sha256: string, bytes: Uint8Array): Promise<void>;
  rows(table: ReleaseTable, rows: readonly ReleaseRow[]): Promise<void>;
}

/** All of it or nothing. Documents come before captures, and each table after those it refers to. */
export const writeRelease = ({ transaction }: Db, write: (writer: ReleaseWriter) => Promise<void>): Promise<void> =>
  transaction(async ({ query }) => {
    await write({
      document: async (sha256, bytes) => {
        await query
          .insertInto('artifact')
          .values({ sha256, bytes: Buffer.from(bytes) })
          .execute();
      },
      rows: async (table, rows) => {
        for (let start = 0; start < rows.length; start += batch)
          await inserts[table](sql`${JSON.stringify(rows.slice(start, start + batch))}::jsonb`).execute(query);
      },
    });
    await afterwards(query);
  });

const batch = 20_000;

type Insert = (rows: RawBuilder<unknown>) => RawBuilder<unknown>;

const inserts: Readonly<Record<ReleaseTable, Insert>> = {
  series: (rows) => sql`
    insert into series (id, source_id, subject, metric, venue, terms, unit) overriding system value
    select series, source, subject, metric, venue, terms::jsonb, unit
    from jsonb_to_recordset(${rows}) as r (series int, source text, subject text, metric text, venue text, terms text, unit text)`,
  captures: (rows) => sql`
    with r as (
      select * from jsonb_to_recordset(${rows}) as r (capture bigint, source text, slot timestamptz, url text, fetched_at timestamptz,
        http_status smallint, content_type text, etag text, last_modified text, sha256 text, slot_outcome text, slot_origin text)
    ), opened as (
      insert into slot (source_id, due_at, outcome, origin) select distinct source, slot, slot_outcome, slot_origin from r
      on conflict do nothing
    )
    insert into capture (id, source_id, slot, url, fetched_at, http_status, content_type, etag, last_modified, sha256) overriding system value
    select capture, source, slot, url, fetched_at, http_status, content_type, etag, last_modified, sha256 from r`,
  readings: (rows) => sql`
    insert into reading (capture_id, parser_version, verdict, reasons, quotes, headlines, skips, seen, repeats, seen_in)
    select capture, parser_version, verdict, array(select jsonb_array_elements_text(reasons::jsonb)), quotes, headlines, skips::jsonb,
      case when seen_in is null then array(select value::int from jsonb_array_elements_text(coalesce(seen, '[]')::jsonb) value) end,
      repeats, seen_in
    from jsonb_to_recordset(${rows}) as r (capture bigint, parser_version smallint, verdict text, reasons text, quotes int, headlines int,
      skips text, seen text, repeats bigint, seen_in bigint)`,
  skips: (rows) => sql`
    insert into skip (capture_id, parser_version, code, text, rows)
    select capture, parser_version, code, text, rows
    from jsonb_to_recordset(${rows}) as r (capture bigint, parser_version smallint, code text, text text, rows int)`,
  held: (rows) => sql`
    insert into held (series_id, capture_id, parser_version, rule, value)
    select series, capture, parser_version, rule, value
    from jsonb_to_recordset(${rows}) as r (series int, capture bigint, parser_version smallint, rule text, value numeric)`,
  decisions: (rows) => sql`
    insert into quarantine_decision (capture_id, decision, author, reason, decided_at, seen)
    select capture, decision, author, reason, decided_at,
      case decision when 'released' then array(select value::int from jsonb_array_elements_text(coalesce(seen, '[]')::jsonb) value) end
    from jsonb_to_recordset(${rows}) as r (capture bigint, decision text, author text, reason text, decided_at timestamptz, seen text)`,
  rejections: (rows) => sql`
    insert into source_rejection (source_id, from_day, to_day, author, reason, decided_at)
    select source, from_day, to_day, author, reason, decided_at
    from jsonb_to_recordset(${rows}) as r (source text, from_day text, to_day text, author text, reason text, decided_at timestamptz)`,
  observations: (rows) => sql`
    insert into observation (series_id, observed_at, recorded_at, parser_version, value, capture_id, at)
    select series, observed_at, recorded_at, parser_version, value, capture, at
    from jsonb_to_recordset(${rows}) as r (series int, observed_at timestamptz, recorded_at timestamptz, parser_version smallint,
      value numeric, capture bigint, at text)`,
  headlines: (rows) => sql`
    with r as (
      select * from jsonb_to_recordset(${rows}) as r (source text, key text, title text, url text, published_at timestamptz,
        recorded_at timestamptz, capture bigint, at text, read_by text)
    ), told as (
      insert into headline (source_id, key, title, url, published_at, recorded_at, capture_id, at)
      select source, key, title, url, published_at, recorded_at, capture, at from r
    )
    insert into signal_reading (source_id, key, grammar_version)
    select source, key, version::smallint from r, jsonb_array_elements_text(coalesce(read_by, '[]')::jsonb) version`,
  signals: (rows) => sql`
    insert into signal (source_id, key, grammar_version, product, metric, period, rule_id, low, high, bound, status, prior_low,
      prior_high, span_start, span_end)
    select source, key, grammar_version, product, metric, period, rule, low, high, bound, status, prior_low, prior_high,
      span_start, span_end
    from jsonb_to_recordset(${rows}) as r (source text, key text, grammar_version smallint, product text, metric text, period text,
      rule text, low numeric, high numeric, bound text, status text, prior_low numeric, prior_high numeric, span_start int,
      span_end int)`,
  runs: (rows) => sql`
    insert into run (receipt, model, version, subject, as_of, known_at, revision, question, output)
    select receipt, model, version, subject, as_of, known_at, revision, question::json, output::json
    from jsonb_to_recordset(${rows}) as r (receipt text, model text, version smallint, subject text, as_of timestamptz,
      known_at timestamptz, revision int, question text, output text)`,
  lineage: (rows) => sql`
    insert into run_input (run_id, ordinal, role, series_id, observed_at, recorded_at, parser_version, assumption, upstream_id)
    select run.id, position, role, series, observed_at, recorded_at, parser_version, assumption, upstream.id
    from jsonb_to_recordset(${rows}) as r (receipt text, position int, role text, series int, observed_at timestamptz,
      recorded_at timestamptz, parser_version smallint, assumption text, upstream text)
    join run on run.receipt = r.receipt left join run upstream on upstream.receipt = r.upstream`,
  /** It is in the runs. */
  index: () => sql`select`,
  events: (rows) => sql`
    with r as (
      select * from jsonb_to_recordset(${rows}) as r (key text, kind text, source text, subject text, as_of timestamptz,
        recorded_at timestamptz, event text, retracted boolean)
    ), told as (
      insert into event (key, kind, source_id, subject, as_of, recorded_at, event)
      select key, kind, source, subject, as_of, recorded_at, event::jsonb from r
    )
    insert into event_retraction (key) select key from r where retracted`,
  alerts: (rows) => sql`
    insert into alert_transition (rule_id, as_of, from_state, to_state, kind, value, reference, unit, strong, since, revision, run_id,
      reference_run_id, event_key)
    select rule, r.as_of, from_state, to_state, kind, value, reference, unit, strong, since, r.revision, run.id, held.id, event_key
    from jsonb_to_recordset(${rows}) as r (rule text, as_of timestamptz, from_state text, to_state text, kind text, value numeric,
      reference numeric, unit text, strong boolean, since timestamptz, revision int, receipt text, reference_receipt text, event_key text)
    left join run on run.receipt = r.receipt left join run held on held.receipt = r.reference_receipt`,
  rules: (rows) => sql`
    insert into alert_rule (id, version, rule, author, at)
    select rule, version, definition::json, author, made_at
    from jsonb_to_recordset(${rows}) as r (rule text, version int, definition text, author text, made_at timestamptz)`,
  watches: (rows) => sql`
    insert into alert_watch (rule_id, definition, since)
    select rule, definition, since from jsonb_to_recordset(${rows}) as r (rule text, definition text, since timestamptz)`,
};

/** Runs came before those they build on, so what is behind them is worked out again; and numbers go on after those that were given. */
async function afterwards(query: Query): Promise<void> {
  await sql`
    insert into run_source (run_id, source_id)
    with recursive behind (run_id, source_id) as (
      select run_id, source_id from run_input join series on series.id = run_input.series_id
      union
      select run_input.run_id, behind.source_id from behind join run_input on run_input.upstream_id = behind.run_id
    )
    select run_id, source_id from behind
    on conflict do nothing`.execute(query);
  await sql`
    select setval(pg_get_serial_sequence('series', 'id'), (select coalesce(max(id), 0) + 1 from series), false),
      setval(pg_get_serial_sequence('capture', 'id'), (select coalesce(max(id), 0) + 1 from capture), false)`.execute(
    query,
  );
}
