/** Waits until nothing is owed: no slot open, nothing unread, every evaluation computed, every message tried. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Owed, Worker } from '@bandgap/worker';

const pollMs = 100;
const sweepMs = 1_000;
const patienceMs = 180_000;

/** `onProgress` is told what is still owed whenever that changes. Throws when nothing has changed for three minutes. */
export async function settle(worker: Worker, onProgress: (owed: Owed) => void): Promise<void> {
  let before = '';
  let changedAt = performance.now();
  let sweptAt = performance.now();
  for (;;) {
    const owed = await worker.owed();
    const summary = describe(owed);
    if (summary === '') return;
    const now = performance.now();
    if (summary !== before) {
      onProgress(owed);
      before = summary;
      changedAt = now;
    }
    if (now - changedAt > patienceMs)
      throw new Error(`nothing has moved for ${patienceMs / 1000} s; still owed: ${summary}`);
    if (now - sweptAt > sweepMs) {
      await worker.sweep();
      sweptAt = now;
    }
    await sleep(pollMs);
  }
}

const describe = ({ slots, unread, evaluations, deliveries }: Owed): string =>
  [
    slots.length > 0 ? `${slots.length} fetches` : '',
    unread.length > 0 ? `documents of ${unread.join(', ')}` : '',
    evaluations > 0 ? `${evaluations} evaluations` : '',
    deliveries.length > 0 ? `${deliveries.length} messages` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
