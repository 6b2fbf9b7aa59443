/** Ingest and worker in this process, on a database of their own, fed from recordings instead of the network. */

import { setTimeout as sleep } from 'node:timers/promises';
import { type AlertRule, defaultRules } from '@bandgap/catalog';
import { type Instant, systemClock } from '@bandgap/core';
import type { Slot } from '@bandgap/db';
import { openDb } from '@bandgap/db';
import { startIngest, type Transport } from '@bandgap/ingest';
import { openQueues } from '@bandgap/queue';
import { sources as registry, type Source } from '@bandgap/sources';
import { type Channel, openDocumentReader, startWorker } from '@bandgap/worker';
import { onTestFinished } from 'vitest';

export interface SystemOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly transport: Transport;
  readonly sources?: readonly Source[];
  /** Module the reader's thread takes its sources from. */
  readonly registry?: string;
  readonly channels?: readonly Channel[];
  readonly rules?: readonly AlertRule[];
  readonly clock?: () => Instant;
}

export async function openSystem(options: SystemOptions) {
  const {
    databaseUrl,
    redisUrl,
    transport,
    sources = registry,
    channels = [],
    rules = defaultRules,
    clock = systemClock,
  } = options;
  const warnings: { readonly fields: object; readonly message: string }[] = [];
  const db = openDb({ databaseUrl, onError: () => undefined });
  const reader = openDocumentReader(options.registry === undefined ? {} : { registry: options.registry });
  const queues = await openQueues({ databaseUrl, redisUrl, onError: () => undefined });
  const log = {
    info: () => undefined,
    warn: (fields: object, message: string) => void warnings.push({ fields, message }),
  };
  const worker = await startWorker({
    db,
    queues,
    sources,
    reader,
    channels,
    rules,
    publicUrl: 'http://bandgap.example',
    clock,
    log,
  });
  const ingest = startIngest({ db, queues, sources, transport, clock, onSlot: () => undefined });

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      await ingest.close();
      await worker.close();
      await queues.close();
      await reader.close();
      await db.close();
    })();
    return closing;
  };
  onTestFinished(close);

  return {
    db,
    worker,
    warnings,
    close,
    /** Announces these slots and waits until nothing is owed. */
    async run(slots: readonly Slot[]): Promise<void> {
      await ingest.announce(slots);
      for (let round = 1; ; round += 1) {
        const { slots: open, unread, evaluations, deliveries } = await worker.owed();
        if (open.length + unread.length + evaluations + deliveries.length === 0) return;
        if (round % 20 === 0) await worker.sweep();
        await sleep(50);
      }
    },
  };
}
