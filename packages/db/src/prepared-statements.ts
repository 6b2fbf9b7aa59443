/** Runs what is asked often and in few shapes: each connection parses and plans a statement once, and keeps it. */
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type pg from 'pg';

/** A connection keeps every statement it was given a name for; whatever else is asked after these is planned each time. */
const most = 200;

/** For reading outside of transactions. Closes nothing: the pool is somebody else's. */
export function preparedStatements(pool: pg.Pool): Driver {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    if (names.size < most && !names.has(text)) names.set(text, `bandgap_${names.size}`);
    return names.get(text);
  };
  const clients = new WeakMap<DatabaseConnection, pg.PoolClient>();
  return {
    init: async () => undefined,
    async acquireConnection() {
      const client = await pool.connect();
      const connection = connectionOn(client, nameOf);
      clients.set(connection, client);
      return connection;
    },
    releaseConnection: async (connection) => clients.get(connection)?.release(),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: async () => undefined,
  };
}

const connectionOn = (client: pg.PoolClient, nameOf: (text: string) => string | undefined): DatabaseConnection => ({
  async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows } = await client.query<R & pg.QueryResultRow>({ name: nameOf(text), text, values: [...parameters] });
    return { rows };
  },
  streamQuery() {
    throw new Error('expected a statement to be read at once, was streamed');
  },
});

const refuse = async (): Promise<never> => {
  throw new Error('expected a statement outside of a transaction');
};
