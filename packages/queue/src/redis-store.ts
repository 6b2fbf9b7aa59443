/** BullMQ's queues in Redis. */
import { once } from 'node:events';
import { type ConnectionOptions, createRedisBackend, type RedisQueueBackend, withBackend } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { OnError, Store } from './store.ts';

type RedisStore = Store<RedisQueueBackend, ConnectionOptions>;

export async function redisStore(redisUrl: string, onError: OnError): Promise<RedisStore> {
  const producing = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5000 });
  await once(producing, 'ready').catch((error) => onError('redis', error));
  const consuming = new Original(redisUrl, { maxRetriesPerRequest: null });
  for (const client of [producing, consuming]) client.on('error', reportedByBullMQ);
  const inReach = () => producing.status === 'ready';
  return {
    kind: 'redis',
    classes: withBackend(createRedisBackend),
    producing,
    consuming,
    inReach,
    async lost() {
      if (inReach()) await once(producing, 'close').catch(() => {});
    },
    end() {
      for (const client of [producing, consuming, ...consuming.copies]) hangUp(client);
    },
  };
}

/** A client that waits to reconnect gives up its commands only when connecting fails: it tries once more, now. */
function hangUp(client: Redis): void {
  const waiting = client.status === 'reconnecting';
  client.disconnect();
  if (waiting) client.connect().then(() => client.disconnect(), reportedByBullMQ);
}

/** Remembers its copies: BullMQ makes one per worker to wait on, and waits for it also where it cannot connect. */
class Original extends Redis {
  readonly copies: Redis[] = [];

  override duplicate(options?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(options);
    copy.on('error', reportedByBullMQ);
    this.copies.push(copy);
    return copy;
  }
}

/** ioredis prints errors that nobody listens to, and BullMQ stops listening before it has closed. */
const reportedByBullMQ = () => {};
