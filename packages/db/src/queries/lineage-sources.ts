/** Which sources a number was read from, through all the runs it builds on. */
import { type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';

/** Ids of the sources in the lineage of each run, by the id of the run; those of a run without observations are none. */
export async function sourcesBehind(
  query: Query,
  runIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const behind = new Map<number, string[]>(runIds.map((id) => [id, []]));
  if (runIds.length === 0) return behind;
  const rows = await query
    .selectFrom('run_source')
    .selectAll()
    .where(sql<SqlBool>`run_id = any(${runIds})`)
    .orderBy('source_id')
    .execute();
  for (const { run_id, source_id } of rows) behind.get(run_id)?.push(source_id);
  return behind;
}
