/** Documents of a source that were believed at an instant and differ from those believed before them. */
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import { isNewest } from './newest-reading.ts';
import type { AtSource } from './stated-prices.ts';

export interface SuccessiveDocuments {
  readonly captureId: number;
  readonly previousId: number;
}

/** One for each address that was believed before. */
export async function successiveDocuments(
  query: Query,
  { sourceId, at }: AtSource,
): Promise<readonly SuccessiveDocuments[]> {
  const { rows } = await sql<SuccessiveDocuments>`
    select capture.id as "captureId", previous.id as "previousId"
    from capture join reading on reading.capture_id = capture.id
    join lateral (
      select earlier.id, earlier.sha256 from capture earlier join reading on reading.capture_id = earlier.id
      where earlier.source_id = capture.source_id and earlier.url = capture.url and earlier.fetched_at < capture.fetched_at
        and verdict = 'accepted' and ${isNewest}
      order by earlier.fetched_at desc limit 1
    ) previous on true
    where capture.source_id = ${sourceId} and capture.fetched_at = ${at} and capture.sha256 <> previous.sha256
      and verdict = 'accepted' and ${isNewest}
    order by capture.id`.execute(query);
  return rows;
}
