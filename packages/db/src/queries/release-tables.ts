/** What each table of a data release holds: SQL over what release.ts numbered. */
import { minutesToFixing } from '@bandgap/core';
import { type RawBuilder, sql } from 'kysely';

export type ReleaseRow = Readonly<Record<string, unknown>>;

export type ReleaseTable = keyof typeof releaseTables;

export const releaseTables = {
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
      ${numbersOf(sql`seen`)} as seen,
      repeated.number as repeats, listed.number as seen_in
    from reading
    join release_capture capture on capture.id = reading.capture_id
    left join release_capture repeated on repeated.id = reading.repeats
    left join release_capture listed on listed.id = reading.seen_in
    order by seen_in is not null, capture.number, parser_version`,
  skips: () => sql<ReleaseRow>`
    select capture.number as capture, parser_version, code, text, rows
    from skip join release_capture capture on capture.id = capture_id
    order by capture.number, parser_version, code collate "C", text collate "C"`,
  held: () => sql<ReleaseRow>`
    select series.number as series, capture.number as capture, parser_version, rule, value
    from held
    join release_series series on series.id = series_id
    join release_capture capture on capture.id = capture_id
    order by capture.number, parser_version, series.number`,
  decisions: () => sql<ReleaseRow>`
    select capture.number as capture, decision, author, reason, decided_at, ${numbersOf(sql`seen`)} as seen
    from quarantine_decision join release_capture capture on capture.id = capture_id
    order by capture.number, decided_at, decision`,
  rejections: (open: readonly string[]) => sql<ReleaseRow>`
    select source_id as source, from_day, to_day, author, reason, decided_at
    from source_rejection where source_id = any(${open})
    order by decided_at, source_id collate "C", from_day, to_day`,
  observations: () => sql<ReleaseRow>`
    select series.number as series, observed_at, recorded_at, parser_version, value, capture.number as capture, at
    from observation
    join release_series series on series.id = series_id
    join release_capture capture on capture.id = capture_id
    order by series.number, observed_at, recorded_at, parser_version`,
  headlines: () => sql<ReleaseRow>`
    select source_id as source, key, title, url, published_at, recorded_at, capture.number as capture, at,
      (
        select json_agg(grammar_version order by grammar_version)::text
        from signal_reading read where read.source_id = headline.source_id and read.key = headline.key
      ) as read_by
    from headline join release_capture capture on capture.id = capture_id
    order by capture.number, source_id collate "C", key collate "C"`,
  signals: () => sql<ReleaseRow>`
    select source_id as source, key, grammar_version, product, metric, period, rule_id as rule, low, high, bound, status,
      prior_low, prior_high, span_start, span_end
    from signal join headline using (source_id, key) join release_capture on release_capture.id = headline.capture_id
    order by source_id collate "C", key collate "C", grammar_version, product collate "C", metric collate "C", period collate "C",
      rule_id collate "C"`,
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
  rules: () => sql<ReleaseRow>`
    select id as rule, version, rule::text as definition, author, at as made_at
    from alert_rule order by id collate "C", version`,
  watches: () => sql<ReleaseRow>`
    select rule_id as rule, definition, since from alert_watch order by rule_id collate "C", definition`,
} satisfies Readonly<Record<string, (open: readonly string[]) => RawBuilder<ReleaseRow>>>;

/** The series of a list, by their numbers within the release. */
function numbersOf(list: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select json_agg(release_series.number order by release_series.number)::text
    from unnest(${list}) saw (id) join release_series on release_series.id = saw.id
  )`;
}

/** What a source tells goes with the source; what a model tells may name no other. */
const published = (open: readonly string[]) => sql<boolean>`(
  event.source_id = any(${open}) or exists (select from run where run.model = event.source_id) and not exists (
    select from jsonb_path_query(event.event, '$.**') as named (value)
    join series on named.value = to_jsonb(series.source_id)
    where series.source_id <> all(${open})
  )
)`;
