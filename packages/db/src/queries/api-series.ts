/** Series found by what they measure, in pages. */
import type { Metric, Unit } from '@bandgap/core';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { StoredSeries } from '../tables.ts';

export interface SeriesFilter {
  readonly source?: string | undefined;
  readonly subject?: string | undefined;
  readonly metric?: Metric | undefined;
  readonly venue?: string | undefined;
  readonly unit?: Unit | undefined;
  /** Members the terms must have, such as a tenor. */
  readonly terms: Readonly<Record<string, string>>;
}

export interface SeriesPage extends SeriesFilter {
  /** The number of the last series of the page before. */
  readonly after: number;
  readonly limit: number;
}

/** Series in the order in which they were first seen. */
export const searchSeries = (query: Query, { after, limit, ...filter }: SeriesPage): Promise<readonly StoredSeries[]> =>
  query
    .selectFrom('series')
    .select(['id', 'source_id as source', 'subject', 'metric', 'venue', 'terms', 'unit'])
    .where('id', '>', after)
    .where(seriesMatch(filter))
    .orderBy('id')
    .limit(limit)
    .execute();

/** Undefined where there is none. */
export const seriesById = async (query: Query, id: number): Promise<StoredSeries | undefined> =>
  (await searchSeries(query, { after: id - 1, limit: 1, terms: {} })).find((series) => series.id === id);

/** A condition on `series` that holds where every member of the filter does. */
export function seriesMatch({ source, subject, metric, venue, unit, terms }: SeriesFilter): RawBuilder<SqlBool> {
  const columns = { source_id: source, subject, metric, venue, unit };
  const conditions = Object.entries(columns).flatMap(([column, value]) =>
    value === undefined ? [] : [sql<SqlBool>`${sql.ref(`series.${column}`)} = ${value}`],
  );
  if (Object.keys(terms).length > 0) conditions.push(sql`series.terms @> ${JSON.stringify(terms)}::jsonb`);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
