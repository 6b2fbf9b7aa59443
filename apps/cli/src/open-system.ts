/** Opens what every command needs: PostgreSQL, given or embedded, migrated; and the queues. */
import { messageOf } from '@bandgap/core';
import { type Db, migrate, openDb } from '@bandgap/db';
import { startEmbeddedPostgres } from '@bandgap/embedded-postgres';
import { Unreachable } from '@bandgap/ingest';
import { openQueues, type Queues } from '@bandgap/queue';
import type { Lifecycle } from './lifecycle.ts';
import type { Settings } from './settings.ts';

export interface Opening {
  readonly settings: Settings;
  readonly lifecycle: Lifecycle;
  /** A line for the person who waits. */
  say(message: string): void;
}

export interface OpenDatabase {
  readonly db: Db;
  readonly databaseUrl: string;
}

export async function openDatabase({ settings, lifecycle, say }: Opening): Promise<OpenDatabase> {
  const databaseUrl = settings.DATABASE_URL ?? (await embeddedUrl({ settings, lifecycle, say }));
  const db = openDb({ databaseUrl, onError: (error) => lifecycle.isStopping || say(`database: ${error.message}`) });
  lifecycle.opened('database', () => db.close());
  const applied = await migrate(db.query);
  if (applied.length > 0) say(`schema: ${applied.join(', ')}`);
  return { db, databaseUrl };
}

async function embeddedUrl({ settings, lifecycle, say }: Opening): Promise<string> {
  const server = await startEmbeddedPostgres({ home: settings.BANDGAP_HOME, log: say });
  lifecycle.opened('PostgreSQL', () => server.stop());
  return server.url;
}

export async function openQueueSystem({ settings, lifecycle, say }: Opening, databaseUrl: string): Promise<Queues> {
  const { REDIS_URL: redisUrl } = settings;
  const queues = await openQueues({
    databaseUrl,
    ...(redisUrl === undefined ? {} : { redisUrl }),
    // A source that does not answer is told of once, when its slot is given up.
    onError: (where, error) =>
      lifecycle.isStopping || error instanceof Unreachable || say(`${where}: ${messageOf(error)}`),
  });
  lifecycle.opened('queues', () => queues.close());
  return queues;
}
