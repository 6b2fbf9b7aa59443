/** Observations of one series over time, and the newest of many, as known at an instant. */
import type { Instant } from '@bandgap/core';
import { type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { SlotOrigin, StoredSeries } from '../tables.ts';
import { type SeriesPage, seriesMatch } from './api-series.ts';

export interface ObservationRow {
  readonly observedAt: Instant;
  readonly recordedAt: Instant;
  readonly value: number;
  /** Which version of the parser read it. */
  readonly parserVersion: number;
  /** The document it was read from, and where in it. */
  readonly sha256: string;
  readonly at: string;
  /** Whether that was fetched when it was due, or is a dated version that somebody had kept. */
  readonly origin: SlotOrigin;
}

interface Vintage {
  readonly seriesId: number;
  /** Nothing recorded later is used; absent means all that was recorded. */
  readonly knownAt?: Instant | undefined;
}

export interface ObservationPage extends Vintage {
  /** From this instant on. */
  readonly from?: Instant | undefined;
  /** Before this instant. */
  readonly to?: Instant | undefined;
  /** The last of the page before. */
  readonly after?: Instant | undefined;
  readonly limit: number;
  /** One observation each: the last. */
  readonly bucket?: Bucket | undefined;
}

export type Bucket = 'hour' | 'day' | 'week' | 'month';

/** Oldest first, one for each time at which the price was observed: the one learned last. */
export async function observationsOf(query: Query, page: ObservationPage): Promise<readonly ObservationRow[]> {
  const { after, limit, bucket } = page;
  const each = bucket === undefined ? sql`observed_at` : sql`date_trunc(${sql.lit(bucket)}, observed_at, 'UTC')`;
  const next =
    bucket === undefined
      ? sql`observed_at > ${after}`
      : sql`observed_at >= date_trunc(${sql.lit(bucket)}, ${after}::timestamptz, 'UTC') + ${sql.lit(`1 ${bucket}`)}::interval`;
  const { rows } = await sql<ObservationRow>`
    select ${observationColumns}
    from (
      select distinct on (${each}) *
      from observation
      where ${within(page)} and ${after === undefined ? sql`true` : next}
      order by ${each}, observed_at desc, recorded_at desc, parser_version desc
      limit ${limit}
    ) observation
    ${itsDocument}
    order by observed_at`.execute(query);
  return rows;
}

/** What was believed of a series at an instant: the observation that was newest then. */
export async function observationInForce(
  query: Query,
  { asOf, ...vintage }: Vintage & { readonly asOf: Instant },
): Promise<ObservationRow | undefined> {
  const { rows } = await sql<ObservationRow>`
    select ${observationColumns}
    from observation ${itsDocument}
    where ${within(vintage)} and observed_at <= ${asOf}
    order by observed_at desc, recorded_at desc, parser_version desc
    limit 1`.execute(query);
  return rows[0];
}

const observationColumns = sql`
  observed_at as "observedAt", recorded_at as "recordedAt", value, parser_version as "parserVersion", capture.sha256, at, slot.origin`;

const itsDocument = sql`
  join capture on capture.id = observation.capture_id
  join slot on slot.source_id = capture.source_id and slot.due_at = capture.slot`;

function within({ seriesId, knownAt, from, to }: Vintage & Partial<Pick<ObservationPage, 'from' | 'to'>>) {
  const conditions = [sql<SqlBool>`series_id = ${seriesId}`];
  if (knownAt !== undefined) conditions.push(sql`recorded_at <= ${knownAt}`);
  if (from !== undefined) conditions.push(sql`observed_at >= ${from}`);
  if (to !== undefined) conditions.push(sql`observed_at < ${to}`);
  return sql.join(conditions, sql` and `);
}

export interface LatestPage extends SeriesPage {
  readonly asOf?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
}

export interface LatestValue extends StoredSeries {
  readonly value: number;
  readonly observedAt: Instant;
  readonly recordedAt: Instant;
}

/**
 * The newest value of each series, in the order of the series. Series of which nothing was known then are left out.
 * They are put in order first, so that however many match, values are looked up only until the page is full.
 */
export async function latestValues(query: Query, page: LatestPage): Promise<readonly LatestValue[]> {
  const { asOf, knownAt, after, limit, ...filter } = page;
  const { rows } = await sql<LatestValue>`
    select
      series.id, source_id as source, subject, metric, venue, terms, unit,
      newest.value, newest.observed_at as "observedAt", newest.recorded_at as "recordedAt"
    from (
      select * from series where series.id > ${after} and ${seriesMatch(filter)} order by series.id
    ) series
    join lateral (
      select value, observed_at, recorded_at
      from observation
      where series_id = series.id
        and ${asOf === undefined ? sql`true` : sql`observed_at <= ${asOf}`}
        and ${knownAt === undefined ? sql`true` : sql`recorded_at <= ${knownAt}`}
      order by observed_at desc, recorded_at desc, parser_version desc
      limit 1
    ) newest on true
    order by series.id
    limit ${limit}`.execute(query);
  return rows;
}
