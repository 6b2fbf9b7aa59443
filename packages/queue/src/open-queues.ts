/** The one function that opens the queues. */
import { postgresStore } from './postgres-store.ts';
import type { Queues } from './queues.ts';
import { queuesIn } from './queues-in.ts';
import { redisStore } from './redis-store.ts';
import type { OnError } from './store.ts';

export interface OpenQueuesOptions {
  /** Where it is given, the queues are in Redis; else in the database. */
  readonly redisUrl?: string | undefined;
  readonly databaseUrl: string;
  readonly onError: OnError;
  /** How long a job stays with a worker that no longer renews its claim. */
  readonly lockMs?: number;
}

/** Rejects where PostgreSQL is asked for and out of reach. Redis may come later: until then nothing can be rung. */
export async function openQueues(options: OpenQueuesOptions): Promise<Queues> {
  const { redisUrl, databaseUrl, onError, lockMs = 60_000 } = options;
  const how = { onError, lockMs };
  return redisUrl === undefined
    ? queuesIn(await postgresStore(databaseUrl), how)
    : queuesIn(await redisStore(redisUrl, onError), how);
}
