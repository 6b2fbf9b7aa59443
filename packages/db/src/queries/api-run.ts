/** Runs found by what they answer, in pages, each with whether all it was read from may be published. */
import type { Instant } from '@bandgap/core';
import { type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';
import { isPublishableRun } from './api-publishable.ts';

export interface RunRow {
  readonly id: number;
  readonly receipt: string;
  readonly model: string;
  readonly version: number;
  readonly subject: string;
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly revision: number;
  readonly output: object;
  readonly publishable: boolean;
}

export interface RunFilter {
  readonly receipt?: string | undefined;
  readonly model?: string | undefined;
  readonly subject?: string | undefined;
  /** About this instant or a later one. */
  readonly from?: Instant | undefined;
  /** About an instant before this one. */
  readonly to?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
}

export interface RunPage extends RunFilter {
  /** The number of the last run of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
  /** Sources whose prices may leave. */
  readonly open: readonly string[];
}

/** The run stored last comes first. */
export async function searchRuns(
  query: Query,
  { before, limit, open, ...filter }: RunPage,
): Promise<readonly RunRow[]> {
  const older = before === undefined ? sql`true` : sql`id < ${before}`;
  const { rows } = await sql<RunRow>`
    select ${runColumns}, output, ${isPublishableRun(open)} as publishable
    from run
    where ${runMatch(filter)} and ${older}
    order by id desc
    limit ${limit}`.execute(query);
  return rows;
}

export const runColumns = sql`
  id, receipt, model, version, subject, as_of as "asOf", known_at as "knownAt", revision`;

export function runMatch({ receipt, model, subject, from, to, knownAt }: RunFilter) {
  const conditions = [sql<SqlBool>`true`];
  if (receipt !== undefined) conditions.push(sql`receipt = ${receipt}`);
  if (model !== undefined) conditions.push(sql`model = ${model}`);
  if (subject !== undefined) conditions.push(sql`subject = ${subject}`);
  if (from !== undefined) conditions.push(sql`as_of >= ${from}`);
  if (to !== undefined) conditions.push(sql`as_of < ${to}`);
  if (knownAt !== undefined) conditions.push(sql`known_at <= ${knownAt}`);
  return sql.join(conditions, sql` and `);
}
