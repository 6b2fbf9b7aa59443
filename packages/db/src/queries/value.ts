/** What was believed at an instant: the value in force of each series, and when a capture last found it so. */
import type { Instant, ObservedInput, SeriesKey, Terms } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import { isNewest } from './newest-reading.ts';
import { seriesKey } from './series-key.ts';

/** A value in force, with the key of the observation it comes from. */
export interface ValueInForce extends Omit<ObservedInput, 'kind' | 'role'> {
  readonly seriesId: number;
  readonly parserVersion: number;
}

export interface Wanted {
  /** Every subject unless named. */
  readonly subjects?: readonly string[];
  readonly metrics: readonly string[];
  /** Members the terms must have, such as a tenor. */
  readonly terms: Partial<Terms>;
  /** Only what these sources say; every source unless named. */
  readonly sources?: readonly string[];
  /** When the values were to be in force; no later than `knownAt`. */
  readonly asOf: Instant;
  readonly knownAt: Instant;
  /** Up to when sightings count; `knownAt` unless given. */
  readonly seenUntil?: Instant;
}

/** Values of series that some accepted document quoted in the last `days` days. */
export function valuesSeenWithin(query: Query, days: number, wanted: Wanted): Promise<readonly ValueInForce[]> {
  const { knownAt, seenUntil = knownAt, sources = null } = wanted;
  return valuesInForce(query, {
    ...wanted,
    sightings: sql`
      select series_id, max(fetched_at) as seen_at
      from ${accepted} cross join lateral unnest(seen) as series_id
      where fetched_at <= ${seenUntil} and fetched_at > ${seenUntil}::timestamptz - make_interval(days => ${days})
        and recorded_at <= ${knownAt} and (${sources}::text[] is null or source_id = any(${sources}))
      group by series_id`,
  });
}

/** Values of series that the newest accepted document of their source still quotes. */
export const valuesStillQuoted = (query: Query, wanted: Wanted): Promise<readonly ValueInForce[]> => {
  const known = sql`fetched_at <= ${wanted.knownAt} and recorded_at <= ${wanted.knownAt}`;
  return valuesInForce(query, {
    ...wanted,
    sightings: sql`
      select series_id, max(fetched_at) as seen_at
      from (
        select distinct on (source_id, url) fetched_at, seen
        from (
          select source_id, url, newest.*
          from ${addresses} cross join lateral (
            select fetched_at, fetched_at as recorded_at, ${seenByReading} as seen
            from ${acceptedReading}
            where capture.source_id = address.source_id and capture.url = address.url and fetched_at <= ${wanted.knownAt}
            order by fetched_at desc
            limit 1
          ) newest
          union all
          select source_id, url, fetched_at, recorded_at, seen from ${released} where ${known}
        ) accepted
        order by source_id, url, fetched_at desc, recorded_at desc
      ) newest cross join lateral unnest(seen) as series_id
      group by series_id`,
  });
};

/** Every url a source was ever fetched from. From each the index leads to the next one, past all that was fetched there. */
const addresses = sql`(
  with recursive address as (
    (select source_id, url from capture order by source_id, url limit 1)
    union all
    select next.source_id, next.url
    from address cross join lateral (
      select source_id, url from capture
      where (capture.source_id, capture.url) > (address.source_id, address.url)
      order by source_id, url
      limit 1
    ) next
  )
  select * from address
) address`;

const seenByReading = sql`coalesce(reading.seen, repeated.seen)`;

const acceptedReading = sql`
  capture
  join reading on reading.capture_id = capture.id and reading.verdict = 'accepted' and ${isNewest}
  left join reading repeated on repeated.capture_id = coalesce(reading.seen_in, reading.repeats) and repeated.parser_version = reading.parser_version`;

/** What a person released of documents, and of their repetitions. */
const released = sql`(
  select capture.source_id, capture.url, capture.fetched_at, greatest(capture.fetched_at, release.decided_at) as recorded_at, release.seen
  from quarantine_decision release
  join lateral (
    select release.capture_id union select capture_id from reading where repeats = release.capture_id
  ) same (capture_id) on true
  join capture on capture.id = same.capture_id
  where release.decision = 'released'
) released`;

/** Accepted readings with the series they saw, those of repeated fetches included; and what a person released. */
const accepted = sql`(
  select capture.source_id, capture.url, capture.fetched_at, capture.fetched_at as recorded_at, ${seenByReading} as seen
  from ${acceptedReading}
  union all
  select source_id, url, fetched_at, recorded_at, seen from ${released}
) accepted`;

interface Search extends Wanted {
  readonly sightings: ReturnType<typeof sql>;
}

/** A value in force is the first observation of its run of equal values, in whatever order documents arrived. */
async function valuesInForce(query: Query, search: Search): Promise<readonly ValueInForce[]> {
  const { subjects = null, metrics, terms, asOf, knownAt, sightings } = search;
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
      where (observed_at, recorded_at, parser_version)
        > (coalesce(other.observed_at, '-infinity'), coalesce(other.recorded_at, '-infinity'), coalesce(other.parser_version, 0))
      order by observed_at, recorded_at, parser_version
      limit 1
    ) held on true
    where (${subjects}::text[] is null or series.subject = any(${subjects})) and series.metric = any(${metrics}) and series.terms @> ${JSON.stringify(terms)}::jsonb
    order by series.source_id, series.subject, series.metric, series.venue, series.terms, series.unit`.execute(query);
  return rows;
}

/** What a series was last believed to be. */
export interface QuotedValue {
  readonly series: SeriesKey;
  readonly value: number;
}

/** The value last believed of every series of a source, as known at an instant. */
export async function valuesBelieved(
  query: Query,
  { sourceId, knownAt }: { readonly sourceId: string; readonly knownAt: Instant },
): Promise<readonly QuotedValue[]> {
  const { rows } = await sql<QuotedValue>`
    select ${seriesKey} as series, believed.value
    from series
    join lateral (
      select value
      from observation
      where series_id = series.id and recorded_at <= ${knownAt}
      order by observed_at desc, recorded_at desc, parser_version desc
      limit 1
    ) believed on true
    where series.source_id = ${sourceId}`.execute(query);
  return rows;
}

/** The subjects that a reading quoted. */
export async function subjectsOfReading(query: Query, captureId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ subject: string }>`
    select distinct series.subject
    from reading
    left join reading repeated on repeated.capture_id = coalesce(reading.seen_in, reading.repeats) and repeated.parser_version = reading.parser_version
    left join quarantine_decision release on release.capture_id = coalesce(reading.repeats, reading.capture_id)
    join series on series.id = any(coalesce(release.seen, reading.seen, repeated.seen))
    where reading.capture_id = ${captureId} and ${isNewest}
    order by series.subject`.execute(query);
  return rows.map(({ subject }) => subject);
}
