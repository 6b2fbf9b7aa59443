/** Levels of indices: day by day, and the newest as known at an instant. */
import type { Instant, RunInput } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import { isPublishableRun } from './api-publishable.ts';
import { type RunRow, runColumns, runMatch } from './api-run.ts';

/** A run of an index, without what it was made of. */
export interface IndexLevelRow extends Omit<RunRow, 'output' | 'model' | 'version'> {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly owners: number;
  readonly confidence: string;
}

/** An output holds every offer that was looked at; what a level says is read out of it where it is stored. */
const level = sql`
  cross join lateral json_to_record(output)
    as level ("pricePerGpuHour" numeric, low numeric, high numeric, n integer, confidence text)`;
const levelColumns = sql`
  ${runColumns}, level."pricePerGpuHour" as value, level.low, level.high, level.n as owners, level.confidence`;

export interface IndexHistoryPage {
  readonly index: string;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
  /** The last day of the page before. */
  readonly after?: Instant | undefined;
  readonly limit: number;
  /** Sources whose prices may leave. */
  readonly open: readonly string[];
}

/** One level for each day, oldest first: the one that knew most. */
export async function indexDays(query: Query, page: IndexHistoryPage): Promise<readonly IndexLevelRow[]> {
  const { index, after, limit, open, ...range } = page;
  const { rows } = await sql<IndexLevelRow>`
    select ${levelColumns}, ${isPublishableRun(open)} as publishable
    from (
      select distinct on (as_of) *
      from run
      where ${runMatch({ model: 'rental-index', subject: index, ...range })}
        and ${after === undefined ? sql`true` : sql`as_of > ${after}`}
      order by as_of, known_at desc, revision desc
      limit ${limit}
    ) run ${level}
    order by as_of`.execute(query);
  return rows;
}

export interface IndicesThen {
  readonly indices: readonly string[];
  /** About this instant or an earlier one; the newest where absent. */
  readonly asOf?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
  readonly open: readonly string[];
}

/** The newest level of each index, in the order of their names; those that had none are left out. */
export async function newestIndexLevels(
  query: Query,
  { open, ...then }: IndicesThen,
): Promise<readonly IndexLevelRow[]> {
  const { rows } = await sql<IndexLevelRow>`
    select ${levelColumns}, ${isPublishableRun(open)} as publishable
    from ${newestOfEach(then)} ${level}
    order by subject`.execute(query);
  return rows;
}

export interface IndexRun extends Omit<RunRow, 'publishable'> {
  readonly inputs: readonly RunInput[];
}

/** The newest run of an index, with all that went into it. */
export async function newestIndexRun(
  query: Query,
  { index, ...then }: Omit<IndicesThen, 'indices' | 'open'> & { readonly index: string },
): Promise<IndexRun | undefined> {
  const { rows } = await sql<IndexRun>`
    select ${runColumns}, output, question -> 'inputs' as inputs
    from ${newestOfEach({ indices: [index], ...then })}`.execute(query);
  return rows[0];
}

const newestOfEach = ({ indices, asOf, knownAt }: Omit<IndicesThen, 'open'>) => sql`
  unnest(${indices}::text[]) as asked (index)
  cross join lateral (
    select * from run
    where model = 'rental-index' and subject = asked.index
      and ${asOf === undefined ? sql`true` : sql`as_of <= ${asOf}`}
      and ${knownAt === undefined ? sql`true` : sql`known_at <= ${knownAt}`}
    order by as_of desc, known_at desc, revision desc
    limit 1
  ) run`;
