/** The queues, in whichever store. */
import type { IQueueBackend } from 'bullmq';
import { type Consumer, consumerIn } from './consumer.ts';
import type { QueueName } from './contracts.ts';
import { producersIn } from './producers.ts';
import type { Queues } from './queues.ts';
import type { OnError, Store } from './store.ts';

interface How {
  readonly onError: OnError;
  readonly lockMs: number;
}

export function queuesIn<B extends IQueueBackend, C>(store: Store<B, C>, how: How): Queues {
  const { onError, lockMs } = how;
  const onEvent = oncePerError(onError);
  const producers = producersIn(store, onEvent);
  const consumers: Consumer[] = [];
  let closing: Promise<void> | undefined;

  async function count(name: QueueName) {
    const queue = await producers.ready(name);
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
    const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
    return { waiting, active, delayed, failed };
  }

  async function closeAll() {
    const finished = Promise.allSettled(consumers.map((consumer) => consumer.close()));
    await Promise.race([finished, store.lost().then(() => Promise.all(consumers.map((consumer) => consumer.idle())))]);
    await Promise.race([producers.close(), store.lost()]);
    store.end();
    await finished;
  }

  return {
    kind: store.kind,

    async ring(contract, payload, { again, delayMs = 0 } = {}) {
      try {
        const hint = contract.payload.parse(payload);
        const jobId = jobIdOf(contract.key(hint), again);
        const queue = await producers.ready(contract.name);
        await queue.add(contract.name, hint, {
          jobId,
          delay: delayMs,
          attempts: contract.attempts,
          backoff: { type: 'exponential', delay: contract.backoffMs, jitter: 0.5 },
        });
        return true;
      } catch (error) {
        onError(`ring ${contract.name}`, error);
        return false;
      }
    },

    work(contract, work) {
      consumers.push(consumerIn(store, { contract, work, lockMs, onError, onEvent }));
    },

    counts: async () => ({
      fetch: await count('fetch'),
      normalize: await count('normalize'),
      evaluate: await count('evaluate'),
      deliver: await count('deliver'),
    }),

    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}

function jobIdOf(key: string, again: string | undefined): string {
  const id = again === undefined ? key : `${key}.${again.replaceAll(':', '')}`;
  if (!/^[\w.-]+$/.test(id)) throw new RangeError(`expected a job id of letters, digits, '_', '.' and '-', was ${id}`);
  return id;
}

/** Queues that share a connection all report its errors. */
function oncePerError(onError: OnError): OnError {
  const told = new WeakSet<object>();
  return (where, error) => {
    if (error instanceof Error && told.has(error)) return;
    if (error instanceof Error) told.add(error);
    onError(where, error);
  };
}
