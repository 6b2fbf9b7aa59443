/** The rows of a data release: everything read from sources that may be passed on, numbered by what it is and not by when it was stored. */
import { sql } from 'kysely';
import type { Db, Query } from '../open-db.ts';
import { type ReleaseRow, type ReleaseTable, releaseTables } from './release-tables.ts';

export interface ReleaseScope {
  /** Sources whose prices and documents may be passed on. */
  readonly open: readonly string[];
}

export interface LeftOutSource {
  readonly source: string;
  readonly series: number;
  readonly subjects: readonly string[];
  readonly headlines: number;
}

export interface ReleaseDocument {
  readonly source: string;
  readonly sha256: string;
}

export interface LeftOut {
  readonly sources: readonly LeftOutSource[];
  /** Runs with such a source behind them, by model. */
  readonly runs: readonly { readonly model: string; readonly runs: number }[];
}

/** One state of the database, however long the reading takes. */
export interface ReleaseReader {
  leftOut(): Promise<LeftOut>;
  rows(table: ReleaseTable): Promise<readonly ReleaseRow[]>;
  /** In the order of their hashes. */
  documents(): Promise<readonly ReleaseDocument[]>;
  document(sha256: string): Promise<Uint8Array>;
}

export const readRelease = <T>(
  { transaction }: Db,
  { open }: ReleaseScope,
  read: (reader: ReleaseReader) => Promise<T>,
): Promise<T> =>
  transaction(async ({ query }) => {
    await sql`set transaction isolation level repeatable read`.execute(query);
    await number(query, open);
    return read({
      leftOut: () => leftOut(query, open),
      rows: async (table) => (await releaseTables[table](open).execute(query)).rows,
      documents: () => documents(query),
      document: (sha256) => document(query, sha256),
    });
  });

async function number(query: Query, open: readonly string[]): Promise<void> {
  await sql`
    create temp table release_series on commit drop as
    select id, (row_number() over (
      order by source_id collate "C", subject collate "C", metric collate "C", venue collate "C", terms::text collate "C", unit collate "C"
    ))::int as number
    from series where source_id = any(${open})`.execute(query);
  await sql`
    create temp table release_capture on commit drop as
    select id, (row_number() over (order by fetched_at, source_id collate "C", slot, url collate "C"))::int as number
    from capture
    where source_id = any(${open}) and exists (select from reading where reading.capture_id = capture.id)`.execute(
    query,
  );
  await sql`
    create temp table release_run on commit drop as
    select id from run where not exists (
      select from run_source where run_source.run_id = run.id and source_id <> all(${open})
    )`.execute(query);
  await sql`create unique index on release_series (id)`.execute(query);
  await sql`create unique index on release_capture (id)`.execute(query);
  await sql`create unique index on release_run (id)`.execute(query);
}

async function leftOut(query: Query, open: readonly string[]): Promise<LeftOut> {
  const { rows: sources } = await sql<LeftOutSource>`
    select source_id as source, count(subject) as series, count(key) as headlines,
      coalesce(array_agg(distinct subject order by subject) filter (where subject is not null), '{}') as subjects
    from (
      select source_id, subject, null as key from series union all select source_id, null, key from headline
    ) gathered
    where source_id <> all(${open}) group by source_id order by source_id collate "C"`.execute(query);
  const { rows: runs } = await sql<{ readonly model: string; readonly runs: number }>`
    select model, count(*) as runs from run where id not in (select id from release_run)
    group by model order by model collate "C"`.execute(query);
  return { sources, runs };
}

async function documents(query: Query): Promise<readonly ReleaseDocument[]> {
  const { rows } = await sql<ReleaseDocument>`
    select distinct sha256, source_id as source from capture join release_capture using (id)
    order by sha256, source`.execute(query);
  return rows;
}

const document = async (query: Query, sha256: string): Promise<Uint8Array> =>
  (await query.selectFrom('artifact').select('bytes').where('sha256', '=', sha256).executeTakeFirstOrThrow()).bytes;
