/** One BullMQ worker, kept alive. */
import { setTimeout as delay } from 'node:timers/promises';
import { type IQueueBackend, type Job, UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import type { Contract } from './contracts.ts';
import { FinalError } from './final-error.ts';
import { prefix } from './producers.ts';
import type { Work } from './queues.ts';
import type { OnError, Store } from './store.ts';

export interface Consumer {
  /** Takes no more jobs, waits for those at work and tells the store how they ended. */
  close(): Promise<void>;
  /** Waits for the jobs at work. */
  idle(): Promise<void>;
}

interface Task<P> {
  readonly contract: Contract<P>;
  readonly work: Work<P>;
  readonly lockMs: number;
  /** Told of attempts that failed. */
  readonly onError: OnError;
  /** Told of connections that failed. */
  readonly onEvent: OnError;
}

const retryMs = 1000;

export function consumerIn<B extends IQueueBackend, C, P>(store: Store<B, C>, task: Task<P>): Consumer {
  const { contract, work, lockMs, onEvent } = task;
  const running = new Set<Promise<void>>();

  const startWorker = () => {
    const process = (job: Job<unknown, void, string>) => {
      const attempt = attemptAt(task, job).finally(() => running.delete(attempt));
      running.add(attempt);
      return attempt;
    };
    const worker = new store.classes.Worker<unknown, void, string>(contract.name, process, {
      connection: store.consuming,
      prefix,
      concurrency: work.concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      // A stall is a worker that was killed, not a job that is wrong; with the default, 1, two kills in a row fail a job.
      maxStalledCount: 100,
      // With the default, 15 s, a worker is deaf for long after its store was restarted.
      runRetryDelay: retryMs,
    });
    worker.on('error', (error) => onEvent(`worker ${contract.name}`, error));
    return worker;
  };

  let worker = startWorker();
  let closing = false;
  async function keepAlive(): Promise<void> {
    while (!closing) {
      const ready = await worker.waitUntilReady().then(
        () => true,
        () => false,
      );
      if (ready) return;
      // A worker that cannot connect at first never tries again.
      await worker.close(true);
      await delay(retryMs, undefined, { ref: false });
      if (!closing) worker = startWorker();
    }
  }
  void keepAlive();

  return {
    close() {
      closing = true;
      return worker.close();
    },
    async idle() {
      await Promise.allSettled(running);
    },
  };
}

async function attemptAt<P>({ contract, work, onError }: Task<P>, job: Job<unknown, void, string>): Promise<void> {
  const number = job.attemptsMade + 1;
  try {
    await work.run(payloadOf(contract, job.data), { number, last: number >= (job.opts.attempts ?? 1) });
  } catch (error) {
    onError(`work ${contract.name} ${job.id}`, error);
    throw error instanceof FinalError ? new UnrecoverableError(error.message) : error;
  }
}

function payloadOf<P>({ name, payload }: Contract<P>, data: unknown): P {
  const parsed = payload.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new FinalError(`${name}: ${z.prettifyError(parsed.error)}, was ${JSON.stringify(data)}`);
}
