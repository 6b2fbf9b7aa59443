/** What was believed at an instant: the value in force of each series, and when a capture last found it so. */
import type { Instant, ObservedInput, SeriesKey, Terms } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

/** A value in force, with the key of the observation it comes from. */
export interface ValueInForce extends Omit<ObservedInput, 'kind' | 'role'> {
  readonly seriesId: number;
  readonly parserVersion: number;
}

export interface Wanted {
  readonly subjects: readonly string[];
  readonly metrics: readonly string[];
  /** Members the terms must have, such as a tenor. */
  readonly terms: Partial<Terms>;
  /** When the values were to be in force; no later than `knownAt`. */
  readonly asOf: Instant;
  readonly knownAt: Instant;
}

/** Values of series that some accepted document quoted in the last `days` days before `knownAt`. */
export const valuesSeenWithin = (query: Query, days: number, wanted: Wanted): Promise<readonly ValueInForce[]> =>
  valuesInForce(query, {
    ...wanted,
    sightings: sql`
      select series_id, max(fetched_at) as seen_at
      from ${accepted} cross join lateral unnest(seen) as series_id
      where fetched_at <= ${wanted.knownAt} and fetched_at > ${wanted.knownAt}::timestamptz - make_interval(days => ${days})
      group by series_id`,
  });

/** Values of series that the newest accepted document of their source still quotes. */
export const valuesStillQuoted = (query: Query, wanted: Wanted): Promise<readonly ValueInForce[]> =>
  valuesInForce(query, {
    ...wanted,
    sightings: sql`
      select series_id, max(fetched_at) as seen_at
      from (
        select distinct on (source_id, url) fetched_at, seen
        from ${accepted}
        where fetched_at <= ${wanted.knownAt}
        order by source_id, url, fetched_at desc
      ) newest cross join lateral unnest(seen) as series_id
      group by series_id`,
  });

/** Accepted readings with the series they saw, those of repeated fetches included. */
const accepted = sql`(
  select capture.source_id, capture.url, capture.fetched_at, coalesce(reading.seen, repeated.seen) as seen
  from reading
  join capture on capture.id = reading.capture_id
  left join reading repeated on repeated.capture_id = reading.repeats and repeated.parser_version = reading.parser_version
  where reading.verdict = 'accepted'
) accepted`;

interface Search extends Wanted {
  readonly sightings: ReturnType<typeof sql>;
}

/** A value in force is the first observation of its run of equal values, in whatever order documents arrived. */
async function valuesInForce(query: Query, search: Search): Promise<readonly ValueInForce[]> {
  const { subjects, metrics, terms, asOf, knownAt, sightings } = search;
  const known = sql`(
    select * from observation
    where series_id = series.id and observed_at <= ${asOf} and recorded_at <= ${knownAt}
  ) known`;
  const { rows } = await sql<ValueInForce>`
    with sighting as (${sightings})
    select
      ${seriesKey} as series,
      series.id as "seriesId",
      held.value,
      held.observed_at as "observedAt",
      held.recorded_at as "recordedAt",
      held.parser_version as "parserVersion",
      sighting.seen_at as "seenAt"
    from series
    join sighting on sighting.series_id = series.id
    join lateral (
      select value from ${known}
      order by observed_at desc, recorded_at desc, parser_version desc
      limit 1
    ) newest on true
    left join lateral (
      select observed_at, recorded_at, parser_version from ${known} where value <> newest.value
      order by observed_at desc, recorded_at desc, parser_version desc
      limit 1
    ) other on true
    join lateral (
      select value, observed_at, recorded_at, parser_version from ${known}
      where other.observed_at is null
        or (observed_at, recorded_at, parser_version) > (other.observed_at, other.recorded_at, other.parser_version)
      order by observed_at, recorded_at, parser_version
      limit 1
    ) held on true
    where series.subject = any(${subjects}) and series.metric = any(${metrics}) and series.terms @> ${JSON.stringify(terms)}::jsonb
    order by series.source_id, series.subject, series.metric, series.venue, series.terms, series.unit`.execute(query);
  return rows;
}

/** A quote as a reading left it. */
export interface QuotedValue {
  readonly series: SeriesKey;
  readonly value: number;
}

/** Every value a reading saw, as it was in force at its capture. */
export async function valuesOfReading(query: Query, captureId: number): Promise<readonly QuotedValue[]> {
  const { rows } = await sql<QuotedValue>`
    select ${seriesKey} as series, held.value
    from capture
    join reading on reading.capture_id = capture.id
    left join reading repeated on repeated.capture_id = reading.repeats and repeated.parser_version = reading.parser_version
    join series on series.id = any(coalesce(reading.seen, repeated.seen))
    join lateral (
      select value
      from observation
      where series_id = series.id and recorded_at <= capture.fetched_at
      order by observed_at desc, recorded_at desc, parser_version desc
      limit 1
    ) held on true
    where capture.id = ${captureId}`.execute(query);
  return rows;
}

const seriesKey = sql`jsonb_build_object(
  'source', series.source_id, 'subject', series.subject, 'metric', series.metric,
  'venue', series.venue, 'terms', series.terms, 'unit', series.unit
)`;
