/** Ingest: announces slots when they are due, and serves them. The only place that opens a socket to a source. */
import { announceSlots, closeMissedSlots, latestSlots, type Slot } from '@bandgap/db';
import { contracts } from '@bandgap/queue';
import { schedule } from 'node-cron';
import { dueSlots } from './due-slots.ts';
import { fetchSlot, type IngestDeps } from './fetch-slot.ts';

export interface Ingest {
  /** Announces these slots and rings for those that are new. */
  announce(slots: readonly Slot[]): Promise<void>;
  /** Announces what is due now by schedule; what was missed is recorded as missed. */
  announceDue(): Promise<void>;
  /** Announces what is due every minute from now on. */
  followSchedule(): void;
  close(): Promise<void>;
}

const oneAtATime = { noOverlap: true, timezone: 'UTC' } as const;

export function startIngest(deps: IngestDeps): Ingest {
  const { db, queues, clock, sources } = deps;
  const timers: { stop(): unknown }[] = [];

  queues.work(contracts.fetch, {
    concurrency: 8,
    run: ({ sourceId, slot }, attempt) => fetchSlot(deps, { sourceId, dueAt: slot }, attempt.last),
  });

  async function announce(slots: readonly Slot[]): Promise<void> {
    const announced = await announceSlots(db.query, slots);
    for (const { sourceId, dueAt } of announced) await queues.ring(contracts.fetch, { sourceId, slot: dueAt });
  }

  async function announceDue(): Promise<void> {
    const announcedUntil = new Map((await latestSlots(db.query)).map(({ sourceId, dueAt }) => [sourceId, dueAt]));
    for (const source of sources) {
      const { sourceId, bundled, missed, current } = dueSlots(source, clock(), announcedUntil.get(source.id));
      await announce(bundled === undefined ? [] : [bundled]);
      if (current === undefined) continue;
      await announceSlots(db.query, missed);
      await announce([current]);
      const after = bundled === undefined ? {} : { after: bundled.dueAt };
      await closeMissedSlots(db.query, { sourceId, ...after, before: current.dueAt });
    }
  }

  return {
    announce,
    announceDue,
    followSchedule() {
      timers.push(schedule('* * * * *', announceDue, oneAtATime));
    },
    async close() {
      for (const timer of timers.splice(0)) await timer.stop();
    },
  };
}
