/** The stores that every promise of the queues is tested on. */
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';
import { inject } from 'vitest';
import { type Link, linkTo } from './test-link.ts';
import { redisIsInstalled, startRedis } from './test-redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of the whole test run. */
    serverUrl: string;
  }
}

export interface TestStore {
  /** An empty store that nobody else uses. */
  fresh(): Promise<FreshStore>;
  stop(): Promise<void>;
}

export interface FreshStore {
  readonly link: Link;
  readonly urls: { readonly redisUrl?: string; readonly databaseUrl: string };
  /** Forgets every job, as FLUSHALL does. */
  wipe(): Promise<void>;
  remove(): Promise<void>;
}

export const testStores = [
  { name: 'PostgreSQL', present: true, start: postgres },
  { name: 'Redis', present: redisIsInstalled, start: redis },
] as const;

async function postgres(): Promise<TestStore> {
  const serverUrl = inject('serverUrl');
  return {
    async fresh() {
      const name = `queue_${randomBytes(6).toString('hex')}`;
      await query(serverUrl, `CREATE DATABASE ${name}`);
      const url = new URL(serverUrl);
      url.pathname = name;
      const link = await linkTo(url.href);
      return {
        link,
        urls: { databaseUrl: link.url },
        wipe: () => query(url.href, truncateAll),
        remove: () => query(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
      };
    },
    stop: async () => {},
  };
}

const truncateAll = `
  DO $$ BEGIN
    EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('bullmq.%I', tablename), ', ')
             FROM pg_tables WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%');
  END $$`;

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function redis(): Promise<TestStore> {
  const server = await startRedis();
  const wipe = async () => {
    const client = new Redis(server.url);
    await client.flushall();
    await client.script('FLUSH');
    client.disconnect();
  };
  return {
    async fresh() {
      const link = await linkTo(server.url);
      return { link, urls: { redisUrl: link.url, databaseUrl: 'postgres://nobody.invalid/' }, wipe, remove: wipe };
    },
    stop: server.stop,
  };
}
