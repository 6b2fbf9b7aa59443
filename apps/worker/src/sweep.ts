/** The sweep: asks the database what is owed and rings for it again. A queue that lost everything costs one sweep, nothing else. */
import { randomUUID } from 'node:crypto';
import { openSlots, owedCount, type Slot, unreadSources } from '@bandgap/db';
import { contracts, type QueueName } from '@bandgap/queue';
import { owedMessages } from './deliver/owed-messages.ts';
import type { WorkerDeps } from './deps.ts';
import { readStoredHeadlines } from './read-signals.ts';

/** What the database says nobody has done yet. */
export interface Owed {
  readonly slots: readonly Slot[];
  /** Sources with a document that nobody has read. */
  readonly unread: readonly string[];
  readonly evaluations: number;
  /** Messages that should be tried now. */
  readonly deliveries: readonly string[];
}

export async function owed({ db, sources, channels, clock }: WorkerDeps): Promise<Owed> {
  const now = clock();
  const isEnabled = (sourceId: string) => sources.some(({ id }) => id === sourceId);
  return {
    slots: (await openSlots(db.query, now)).filter(({ sourceId }) => isEnabled(sourceId)),
    unread: (await unreadSources(db.query)).filter(isEnabled),
    evaluations: await owedCount(db.query, now),
    deliveries: await owedMessages(db.query, { channels, now }),
  };
}

/** Rings for what is owed, where no job for it is waiting already. */
export async function sweep(deps: WorkerDeps): Promise<void> {
  const { queues, clock } = deps;
  const { slots, unread, evaluations, deliveries } = await owed(deps);
  const counts = await queues.counts();
  const again = randomUUID();
  const isQuiet = ({ name }: { readonly name: QueueName }) => counts[name].waiting + counts[name].delayed === 0;

  await readStoredHeadlines(deps);
  if (isQuiet(contracts.fetch)) {
    for (const { sourceId, dueAt } of slots) await queues.ring(contracts.fetch, { sourceId, slot: dueAt }, { again });
  }
  if (isQuiet(contracts.normalize)) {
    for (const sourceId of unread) await queues.ring(contracts.normalize, { sourceId, slot: clock() }, { again });
  }
  if (isQuiet(contracts.evaluate) && evaluations > 0) await queues.ring(contracts.evaluate, { cause: again });
  if (isQuiet(contracts.deliver)) {
    for (const deliveryId of deliveries) await queues.ring(contracts.deliver, { deliveryId }, { again });
  }
}
