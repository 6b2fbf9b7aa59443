/** Which runs were read from open sources alone. */
import { type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';

/** To be selected from `run`: whether every source behind it, through all the runs it builds on, is among the open ones. */
export const isPublishableRun = (open: readonly string[]) => sql<SqlBool>`not exists (
  select from run_source where run_source.run_id = run.id and source_id <> all(${open})
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
