/** Rental prices over time: each value of a series, with from when until when documents quoted it. */
import type { Instant, SeriesKey } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import { isNewest } from './newest-reading.ts';
import { seriesKey } from './series-key.ts';

export interface QuotedSpell {
  readonly series: SeriesKey;
  readonly value: number;
  readonly from: Instant;
  /** When the value was last quoted. */
  readonly until: Instant;
}

/** Every spell of every rental series of these subjects that was believed, the oldest first. */
export async function rentalHistory(query: Query, subjects: readonly string[]): Promise<readonly QuotedSpell[]> {
  const { rows } = await sql<QuotedSpell>`
    with wanted as (
      select * from series where subject = any(${subjects}) and metric = 'rental'
    ), spell as (
      select series_id, value, observed_at, lead(observed_at) over (partition by series_id order by observed_at) as next
      from (
        select distinct on (series_id, observed_at) series_id, observed_at, value
        from observation where series_id in (select id from wanted)
        order by series_id, observed_at, recorded_at desc, parser_version desc
      ) newest
    ), document as (
      select capture.source_id, fetched_at, coalesce(reading.seen, repeated.seen) as seen
      from capture
      join reading on reading.capture_id = capture.id
      left join reading repeated
        on repeated.capture_id = coalesce(reading.seen_in, reading.repeats) and repeated.parser_version = reading.parser_version
      where source_id in (select source_id from wanted) and reading.verdict = 'accepted' and ${isNewest}
    ), sighting as (
      select series_id, fetched_at from document cross join lateral unnest(seen) as series_id
      where series_id in (select id from wanted)
    )
    select ${seriesKey} as series, value, observed_at as "from", greatest(observed_at, seen.until) as until
    from spell
    join wanted series on series.id = spell.series_id
    left join lateral (
      select max(fetched_at) as until from sighting
      where sighting.series_id = spell.series_id and (next is null or fetched_at < next)
    ) seen on true
    order by observed_at, series.id`.execute(query);
  return rows;
}
