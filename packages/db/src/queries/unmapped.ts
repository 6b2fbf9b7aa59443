/** Models that sources name and nobody knows: kept under the source's own name, with what they cost. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface UnmappedModel {
  readonly source: string;
  /** `raw:openrouter:stealth/ox-alpha`. */
  readonly subject: string;
  readonly series: number;
  readonly firstAt: Instant;
  /** When it last changed one of its prices. */
  readonly lastChangedAt: Instant;
  /** USD per million tokens at the standard tier, where it is priced there. */
  readonly input: number | null;
  readonly output: number | null;
}

/** Of all sources, or of one; the dearest to leave out first: those with most series. */
export async function unmappedModels(query: Query, source?: string): Promise<readonly UnmappedModel[]> {
  const { rows } = await sql<UnmappedModel>`
    select source_id as source, subject, count(*) as series,
      min(first_at) as "firstAt", max(last_at) as "lastChangedAt",
      min(value) filter (where metric = 'input' and ${standard}) as input,
      min(value) filter (where metric = 'output' and ${standard}) as output
    from series join lateral (
      select min(observed_at) as first_at, max(observed_at) as last_at,
        (array_agg(value order by observed_at desc, recorded_at desc, parser_version desc))[1] as value
      from observation where series_id = series.id
    ) observed on first_at is not null
    where subject like 'raw:%' and unit = 'USD/MTok' and (${source ?? null}::text is null or source_id = ${source ?? null})
    group by source_id, subject
    order by source_id, series desc, subject`.execute(query);
  return rows;
}

const standard = sql`terms @> '{"tier":"standard","contextFrom":0}'`;
