/** What the newest document of a source said that was not used. */
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface SkipRow {
  readonly code: string;
  readonly text: string;
  readonly rows: number;
}

export interface SkipPage {
  readonly sourceId: string;
  readonly after?: Pick<SkipRow, 'code' | 'text'> | undefined;
  readonly limit: number;
}

/** In the order of their codes and words. */
export async function newestSkips(query: Query, { sourceId, after, limit }: SkipPage): Promise<readonly SkipRow[]> {
  const next = after === undefined ? sql`true` : sql`(code, text) > (${after.code}, ${after.text})`;
  const { rows } = await sql<SkipRow>`
    select code, text, rows
    from (
      select coalesce(repeats, capture_id) as capture_id, parser_version
      from capture join reading on reading.capture_id = capture.id
      where source_id = ${sourceId}
      order by fetched_at desc, parser_version desc
      limit 1
    ) newest
    join skip using (capture_id, parser_version)
    where ${next}
    order by code, text
    limit ${limit}`.execute(query);
  return rows;
}
