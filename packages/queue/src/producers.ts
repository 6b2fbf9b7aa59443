/** One BullMQ queue per contract, to ring. */
import type { IQueueBackend } from 'bullmq';
import type { QueueName } from './contracts.ts';
import type { OnError, Store } from './store.ts';

/** The namespace of all keys in Redis; PostgreSQL has a schema instead. */
export const prefix = 'bandgap';

export function producersIn<B extends IQueueBackend, C>(store: Store<B, C>, onEvent: OnError) {
  const open = new Map<QueueName, ReturnType<typeof openQueue>>();
  let closed = false;

  function openQueue(name: QueueName) {
    const queue = new store.classes.Queue<unknown, void, string>(name, {
      connection: store.producing,
      prefix,
      streams: { events: { maxLen: 1000 } },
      defaultJobOptions: {
        removeOnComplete: { age: 3600, count: 1000 },
        removeOnFail: { age: 14 * 86_400 },
      },
    });
    queue.on('error', (error) => onEvent(`queue ${name}`, error));
    return queue;
  }

  return {
    /** Rejects at once where the store is out of reach. */
    async ready(name: QueueName) {
      if (closed) throw new Error('expected open queues, were closed');
      if (!store.inReach()) throw new Error(`expected ${store.kind} in reach, was not`);
      const queue = open.get(name) ?? openQueue(name);
      open.set(name, queue);
      try {
        await queue.waitUntilReady();
      } catch (error) {
        // A queue that cannot connect at first never tries again.
        if (open.get(name) === queue) open.delete(name);
        await queue.close();
        throw error;
      }
      return queue;
    },

    async close(): Promise<void> {
      closed = true;
      await Promise.allSettled([...open.values()].map((queue) => queue.close()));
    },
  };
}
