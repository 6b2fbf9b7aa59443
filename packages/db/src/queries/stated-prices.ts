/** What a source said of token prices just before an instant and at it, for the models whose statements differ. */
import type { Instant, Metric, TokenTerms } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import { isNewest } from './newest-reading.ts';

export interface AtSource {
  readonly sourceId: string;
  /** When documents of the source were fetched. */
  readonly at: Instant;
}

/** What was last said of a series. */
export interface Statement {
  readonly value: number;
  /** When it became true. */
  readonly observedAt: Instant;
  /** When a document last said so. */
  readonly seenAt: Instant;
  /** Whether the newest document of its address still does. */
  readonly standing: boolean;
}

export interface StatedPrice {
  readonly subject: string;
  readonly venue: string;
  readonly metric: Metric;
  readonly terms: TokenTerms;
  readonly before: Statement | undefined;
  readonly after: Statement | undefined;
}

/** When the source was last believed before; undefined where no address believed at the instant had been before. */
export async function previouslyBelieved(query: Query, { sourceId, at }: AtSource): Promise<Instant | undefined> {
  const { rows } = await sql<{ previous: Instant | null }>`
    select (
      select fetched_at from ${believed} where source_id = ${sourceId} and fetched_at < ${at}
      order by fetched_at desc limit 1
    ) as previous
    from ${believed}
    where source_id = ${sourceId} and fetched_at = ${at} and exists (
      select from capture earlier join reading on reading.capture_id = earlier.id
      where earlier.source_id = ${sourceId} and earlier.url = believed.url and earlier.fetched_at < ${at} and verdict = 'accepted'
    )
    limit 1`.execute(query);
  return rows[0]?.previous ?? undefined;
}

export interface Comparison extends AtSource {
  readonly previousAt: Instant;
  /** For how long before that a model that is no longer said is looked for. */
  readonly days: number;
}

interface FlatPrice extends Omit<StatedPrice, 'before' | 'after'> {
  readonly valueBefore: number | null;
  readonly observedBefore: Instant | null;
  readonly seenBefore: Instant | null;
  readonly standingBefore: boolean;
  readonly valueAfter: number | null;
  readonly observedAfter: Instant | null;
  readonly seenAfter: Instant;
  readonly standingAfter: boolean;
}

/** Every series of each model of which something is new, changed or no longer said. */
export async function statedPrices(
  query: Query,
  { sourceId, at, previousAt, days }: Comparison,
): Promise<readonly StatedPrice[]> {
  const { rows } = await sql<FlatPrice>`
    with document as (
      select id, fetched_at, seen,
        fetched_at = max(fetched_at) filter (where fetched_at < ${at}) over (partition by url) as standing_before,
        fetched_at = max(fetched_at) over (partition by url) as standing_after
      from ${believed}
      where source_id = ${sourceId} and fetched_at <= ${at}
        and fetched_at > ${previousAt}::timestamptz - make_interval(days => ${days})
    ),
    sighting as (
      select series_id,
        max(fetched_at) filter (where fetched_at < ${at}) as seen_before, max(fetched_at) as seen_after,
        coalesce(bool_or(standing_before), false) as standing_before, bool_or(standing_after) as standing_after
      from document cross join lateral unnest(seen) as series_id
      group by series_id
    ),
    changed as (select series_id from observation where capture_id in (select id from document where fetched_at = ${at})),
    different as (
      select distinct subject
      from sighting join series on series.id = series_id
      where standing_before <> standing_after or not standing_after or series_id in (select series_id from changed)
    )
    select subject, venue, metric, terms,
      before.value as "valueBefore", before.observed_at as "observedBefore",
      seen_before as "seenBefore", standing_before as "standingBefore",
      after.value as "valueAfter", after.observed_at as "observedAfter",
      seen_after as "seenAfter", standing_after as "standingAfter"
    from sighting join series on series.id = series_id
    left join lateral (${newestKnown(sql`recorded_at < ${at}`)}) before on true
    left join lateral (${newestKnown(sql`recorded_at <= ${at}`)}) after on true
    where subject in (select subject from different)
    order by subject, venue, metric, terms`.execute(query);
  return rows.map(statedPrice);
}

const newestKnown = (known: ReturnType<typeof sql>) => sql`
  select value, observed_at from observation
  where observation.series_id = series.id and ${known}
  order by observed_at desc, recorded_at desc, parser_version desc
  limit 1`;

function statedPrice({ subject, venue, metric, terms, ...flat }: FlatPrice): StatedPrice {
  const before = statement(flat.valueBefore, flat.observedBefore, flat.seenBefore);
  const after = statement(flat.valueAfter, flat.observedAfter, flat.seenAfter);
  return {
    ...{ subject, venue, metric, terms },
    before: before && { ...before, standing: flat.standingBefore },
    after: after && { ...after, standing: flat.standingAfter },
  };
}

function statement(value: number | null, observedAt: Instant | null, seenAt: Instant | null) {
  if (value === null || observedAt === null || seenAt === null) return undefined;
  return { value, observedAt, seenAt };
}

/** When documents of the source were believed that an earlier one bears on: for some days after it, and at the first after those. */
export async function believedAfter(
  query: Query,
  { sourceId, at, days }: AtSource & Pick<Comparison, 'days'>,
): Promise<readonly Instant[]> {
  const end = sql`${at}::timestamptz + make_interval(days => ${days})`;
  const { rows } = await sql<{ fetchedAt: Instant }>`
    select distinct fetched_at as "fetchedAt" from ${believed}
    where source_id = ${sourceId} and fetched_at > ${at} and fetched_at <= coalesce(
      (select min(fetched_at) from capture where source_id = ${sourceId} and fetched_at > ${end}),
      'infinity'
    )
    order by fetched_at`.execute(query);
  return rows.map(({ fetchedAt }) => fetchedAt);
}

/** Documents that were believed, each with the series it quoted. */
const believed = sql`(
  select capture.id, capture.source_id, capture.url, capture.fetched_at, coalesce(reading.seen, same.seen) as seen
  from reading
  join capture on capture.id = reading.capture_id
  left join reading same
    on same.capture_id = coalesce(reading.seen_in, reading.repeats) and same.parser_version = reading.parser_version
  where reading.verdict = 'accepted' and ${isNewest}
) believed`;
