/** A worker: one handler per queue, and the sweep. Any number of them may run against one database. */
import { oweEvaluations, oweReadings } from '@bandgap/db';
import { contracts } from '@bandgap/queue';
import { deliverer } from './deliver/deliver.ts';
import type { WorkerDeps } from './deps.ts';
import { catalogEvaluations } from './evaluate/ask-projects.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { noteSilence } from './evaluate/note-silence.ts';
import { normalizer } from './normalize.ts';
import { readStoredHeadlines, signalReader } from './read-signals.ts';
import { type Owed, owed, sweep } from './sweep.ts';

export interface Worker {
  owed(): Promise<Owed>;
  /** Rings for what is owed. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

export interface WorkerOptions {
  readonly sweepEveryMs?: number;
}

export async function startWorker(deps: WorkerDeps, { sweepEveryMs = 30_000 }: WorkerOptions = {}): Promise<Worker> {
  const { db, queues, log } = deps;
  await oweEvaluations(db.query, catalogEvaluations());
  await oweReadings(db.query, deps.sources);
  await readStoredHeadlines(deps);
  queues.work(contracts.normalize, { concurrency: 2, run: signalReader(deps, normalizer(deps)) });
  queues.work(contracts.evaluate, { concurrency: 1, run: () => evaluate(deps) });
  const messages = deliverer(deps);
  // One lane per channel, so that a channel that hangs holds up no other.
  const concurrency = Math.max(deps.channels.length, 1);
  queues.work(contracts.deliver, { concurrency, run: ({ deliveryId }) => messages.deliver(deliveryId) });
  await queues.ring(contracts.evaluate, { cause: `start-${Date.parse(deps.clock())}` });

  const sweepAndListen = async () => {
    await sweep(deps);
    await noteSilence(deps);
  };
  const timer = setInterval(() => {
    sweepAndListen().catch((error: Error) => log.warn({ err: error }, 'sweep failed; the next one tries again'));
  }, sweepEveryMs);
  return {
    owed: () => owed(deps),
    sweep: () => sweep(deps),
    async close() {
      clearInterval(timer);
      await messages.close();
    },
  };
}
