/** Which runs were read from open sources alone. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';

/**
 * A condition on `run`. Its inputs count, and those of the runs of other models it builds on; of its own model, only the answer
 * was taken over. Written out, because PostgreSQL plans a recursion for many runs and not for the one; and each `offset 0`
 * keeps it from reading all inputs at once in place of those of the run.
 */
export const isPublishableRun = (open: readonly string[]) =>
  sql<SqlBool>`not ${readsClosed({ run: 'run', closed: closedSeries(open), depth: 0 })}`;

/** They are few, and looked up once. */
const closedSeries = (open: readonly string[]) => sql`array(select id from series where source_id <> all(${open}))`;

/** So many models build on one another; what is behind more of them is taken for closed. */
const deepest = 3;

interface Lineage {
  /** Alias of the run that is asked about. */
  readonly run: string;
  readonly closed: ReturnType<typeof closedSeries>;
  readonly depth: number;
}

function readsClosed({ run, closed, depth }: Lineage): RawBuilder<SqlBool> {
  const input = sql.ref(`input_${depth}`);
  const upstream = `upstream_${depth}`;
  const behind = depth < deepest ? readsClosed({ run: upstream, closed, depth: depth + 1 }) : sql`true`;
  return sql<SqlBool>`exists (
    select from run_input ${input}
    where ${input}.run_id = ${sql.ref(run)}.id and (
      ${input}.series_id = any(${closed})
      or ${input}.upstream_id is not null and exists (
        select from run ${sql.ref(upstream)}
        where ${sql.ref(upstream)}.id = ${input}.upstream_id and ${sql.ref(upstream)}.model <> ${sql.ref(run)}.model
          and ${behind}
        offset 0
      )
    )
    offset 0
  )`;
}

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
