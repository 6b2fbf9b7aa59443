/** Opens PostgreSQL. The only place that knows how connections are made and which types come back. */
import { toInstant } from '@bandgap/core';
import { Kysely, PostgresAdapter, PostgresDialect, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { preparedStatements } from './prepared-statements.ts';
import { type RememberedSeries, rememberSeries, type SeriesIds } from './series-ids.ts';
import type { Tables } from './tables.ts';

/** Anything a query can run on: the pool, or one transaction. */
export type Query = Kysely<Tables>;

export interface Tx {
  readonly query: Query;
  /** The connection itself, for COPY. */
  readonly client: pg.PoolClient;
  readonly seriesIds: SeriesIds;
}

export interface Db {
  readonly query: Query;
  /** On the same connections, for what is asked often and in few shapes: a statement is planned once. */
  readonly prepared: Query;
  /** Commits what `work` did, or nothing of it. A deadlock or a serialization failure is tried again, so `work` must not act on the outside world. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DbOptions {
  readonly databaseUrl: string;
  readonly maxConnections?: number;
  /** Told about connections that broke while idle; the pool replaces them. */
  onError(error: Error): void;
}

export function openDb({ databaseUrl, maxConnections = 8, onError }: DbOptions): Db {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    application_name: 'bandgap',
    types: { getTypeParser },
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    query_timeout: 65_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  pool.on('error', onError);
  const remembered = rememberSeries();
  return {
    query: kyselyOver(pool),
    prepared: kyselyPreparedOver(pool),
    transaction: (work) => transact({ pool, remembered, work, triesLeft: 5 }),
    close: () => pool.end(),
  };
}

const kyselyOver = (pool: pg.Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

const kyselyPreparedOver = (pool: pg.Pool) =>
  new Kysely<Tables>({
    dialect: {
      createDriver: () => preparedStatements(pool),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });

/** Kysely on one connection that is not its own to give back. */
function kyselyOn(client: pg.PoolClient): Query {
  const borrowed = {
    query: client.query.bind(client),
    release: () => undefined,
  };
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => undefined } }),
  });
}

interface Attempt<T> {
  readonly pool: pg.Pool;
  readonly remembered: () => RememberedSeries;
  readonly work: (tx: Tx) => Promise<T>;
  readonly triesLeft: number;
}

async function transact<T>({ triesLeft, ...attempt }: Attempt<T>): Promise<T> {
  const { pool, remembered, work } = attempt;
  const client = await pool.connect();
  const seriesIds = remembered();
  try {
    await client.query('begin');
    const result = await work({ query: kyselyOn(client), client, seriesIds });
    await client.query('commit');
    seriesIds.commit();
    client.release();
    return result;
  } catch (error) {
    const broken = await client.query('rollback').then(
      () => undefined,
      (reason: Error) => reason,
    );
    client.release(broken);
    if (triesLeft > 0 && isConflict(error)) return transact({ ...attempt, triesLeft: triesLeft - 1 });
    throw error;
  }
}

/** serialization_failure, deadlock_detected */
const isConflict = (error: unknown) =>
  error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01');

const { builtins } = pg.types;
const wholeSecondInUtc = '2026-05-01 00:30:00+00'.length;

/** What PostgreSQL writes for most instants needs no calendar to be read. */
function instantOf(text: string): string {
  if (text.length === wholeSecondInUtc && text.endsWith('+00'))
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.000Z`;
  return toInstant(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}

/** pg gives timestamps as Date and numerics as text; every value of ours fits a double and prints back to the same digits. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, instantOf],
  [builtins.NUMERIC, Number],
  [builtins.INT8, Number],
]);
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: unknown) =>
  parsers.get(oid) ?? pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');
