/** Opens the two halves of the pipeline: ingest, which fetches, and the worker, which reads, computes and tells. */
import { systemClock } from '@bandgap/core';
import { publishRegistry } from '@bandgap/db';
import { type Ingest, network, type SlotReport, startIngest, type Transport } from '@bandgap/ingest';
import { createOutbound } from '@bandgap/outbound';
import type { Queues } from '@bandgap/queue';
import type { Source } from '@bandgap/sources';
import { publishedRegistry } from '@bandgap/views';
import { type DocumentReader, type Log, openDocumentReader, startWorker, type Worker } from '@bandgap/worker';
import { openChannels, publicUrl, userAgent } from './channels.ts';
import { givenRules } from './commands/alerts-given.ts';
import type { Lifecycle } from './lifecycle.ts';
import { type OpenDatabase, type Opening, openQueueSystem } from './open-system.ts';

export interface PipelineParts extends Opening, OpenDatabase {
  readonly reader: DocumentReader;
  readonly queues: Queues;
  readonly sources: readonly Source[];
  readonly log: Log;
}

export function openReader(lifecycle: Lifecycle): DocumentReader {
  const reader = openDocumentReader();
  lifecycle.opened('reader', () => reader.close());
  return reader;
}

/** What both halves work with. The reader is opened before the queues: on the way down, jobs that are still reading end first. */
export async function openParts(
  opening: Opening,
  database: OpenDatabase,
  { sources, log }: Pick<PipelineParts, 'sources' | 'log'>,
): Promise<PipelineParts> {
  const reader = openReader(opening.lifecycle);
  const queues = await openQueueSystem(opening, database.databaseUrl);
  return { ...opening, ...database, reader, queues, sources, log };
}

export async function openWorker({
  settings,
  lifecycle,
  db,
  reader,
  queues,
  sources,
  log,
}: PipelineParts): Promise<Worker> {
  await publishRegistry(db, publishedRegistry(settings.BANDGAP_LICENSED));
  const worker = await startWorker({
    db,
    queues,
    sources,
    reader,
    channels: openChannels({ settings, lifecycle }),
    rules: await givenRules(settings),
    publicUrl: publicUrl(settings),
    clock: systemClock,
    log,
  });
  lifecycle.opened('worker', () => worker.close());
  return worker;
}

export interface IngestParts extends PipelineParts {
  /** In place of the network. */
  readonly recordings?: Transport;
  onSlot(report: SlotReport): void;
}

export function openIngest(parts: IngestParts): Ingest {
  const { settings, lifecycle, db, queues, sources, recordings, onSlot } = parts;
  const transport = recordings ?? openNetwork({ settings, lifecycle });
  const ingest = startIngest({ db, queues, sources, transport, clock: systemClock, onSlot });
  lifecycle.opened('ingest', () => ingest.close());
  return ingest;
}

type Outgoing = Pick<Opening, 'settings' | 'lifecycle'>;

function openNetwork({ settings, lifecycle }: Outgoing): Transport {
  const outbound = createOutbound({ userAgent: userAgent(settings) });
  lifecycle.opened('network', () => outbound.close());
  return network({ outbound, clock: systemClock, secret: settings.key });
}
