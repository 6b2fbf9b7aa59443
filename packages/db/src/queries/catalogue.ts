/** How many series there are of each kind, source by source. */
import type { Terms } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface SeriesCount {
  readonly source: string;
  readonly kind: Terms['kind'];
  readonly series: number;
  readonly subjects: number;
}

/** By kind, those with the most series first. */
export async function seriesCounts(query: Query): Promise<readonly SeriesCount[]> {
  const { rows } = await sql<SeriesCount>`
    select source_id as source, terms ->> 'kind' as kind, count(*)::int as series, count(distinct subject)::int as subjects
    from series group by source_id, kind
    order by kind, series desc, source_id`.execute(query);
  return rows;
}
