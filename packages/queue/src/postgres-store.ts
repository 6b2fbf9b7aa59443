/** BullMQ's queues in PostgreSQL, in a schema of their own. */
import {
  createPostgresBackend,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
  runMigrations,
  withBackend,
} from 'bullmq';
import pg from 'pg';
import type { Store } from './store.ts';

export async function postgresStore(
  databaseUrl: string,
): Promise<Store<PostgresQueueBackend, PostgresConnectionOptions>> {
  await migrate(databaseUrl);
  // Options in a URL would replace those of the configuration, and with them the search path that BullMQ sets there.
  const url = new URL(databaseUrl);
  const urlOptions = url.searchParams.get('options') ?? '';
  url.searchParams.delete('options');
  const connection = {
    connectionString: url.href,
    application_name: 'bandgap-queue',
    // Every queue and every worker opens a pool of its own, and a worker one connection more to listen on.
    max: 2,
    // A job is a hint. Losing the last ones in a crash costs a sweep; waiting for the disk costs half the throughput.
    options: `${urlOptions} -c synchronous_commit=off`,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    // Without it a half-open connection blocks for ever.
    query_timeout: 15_000,
  };
  return {
    kind: 'postgres',
    classes: withBackend(createPostgresBackend),
    producing: connection,
    consuming: connection,
    inReach: () => true,
    lost: () => new Promise(() => {}),
    end: () => {},
  };
}

async function migrate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'bandgap-queue' });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
