/** Which runs were read from open sources alone. */
import { type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';

/**
 * To be selected from `run`: whether every source behind it, through all the runs it builds on, is among the open ones.
 * An aggregate is asked run by run; `not exists` may be answered from the sources of all runs there are.
 */
export const isPublishableRun = (open: readonly string[]) => sql<SqlBool>`(
  select coalesce(bool_and(source_id = any(${open})), true) from run_source where run_source.run_id = run.id
)`;

/** Those of the receipts whose runs are publishable. */
export async function openReceipts(
  query: Query,
  { receipts, open }: { readonly receipts: readonly string[]; readonly open: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly receipt: string; readonly publishable: boolean }>`
    select receipt, ${isPublishableRun(open)} as publishable
    from run
    where receipt = any(${receipts})`.execute(query);
  return new Set(rows.flatMap(({ receipt, publishable }) => (publishable ? [receipt] : [])));
}

/** The sources that keep these runs from being publishable. */
export async function restrictedBehind(
  query: Query,
  { receipts, open }: { readonly receipts: readonly string[]; readonly open: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly source: string }>`
    select distinct source_id as source
    from run join run_source on run_source.run_id = run.id
    where receipt = any(${receipts}) and source_id <> all(${open})`.execute(query);
  return rows.map(({ source }) => source);
}
