/** Serves one slot: fetch its documents, keep the bytes, close the slot, announce what is to be read. */
import type { Clock } from '@bandgap/core';
import {
  closeSlot,
  type Db,
  isOpen,
  previousCapture,
  type Slot,
  type SlotOutcome,
  storeCapture,
  storeNotModified,
  type Tx,
} from '@bandgap/db';
import { contracts, type Queues } from '@bandgap/queue';
import type { Source } from '@bandgap/sources';
import { bundled } from './bundled.ts';
import { type Failed, type Fetched, type Transport, Unreachable } from './transport.ts';

export interface SlotReport extends Slot {
  readonly outcome: SlotOutcome;
  readonly message?: string;
}

export interface IngestDeps {
  readonly db: Db;
  readonly queues: Queues;
  readonly sources: readonly Source[];
  readonly transport: Transport;
  readonly clock: Clock;
  /** Told how each slot went, for those who watch. */
  onSlot(report: SlotReport): void;
}

/** Does nothing for a slot that is closed. Throws when it may be tried again; on the last attempt the slot is closed instead. */
export async function fetchSlot(deps: IngestDeps, slot: Slot, lastAttempt: boolean): Promise<void> {
  const source = deps.sources.find(({ id }) => id === slot.sourceId);
  if (!(await isOpen(deps.db.query, slot))) return;
  if (source === undefined)
    return close(deps, { ...slot, outcome: 'unreachable', message: 'this source is not enabled here' });

  try {
    const transport = source.bundled?.releasedAt === slot.dueAt ? bundled : deps.transport;
    const fetched = await transport({
      source,
      dueAt: slot.dueAt,
      previous: (url, before) => previousCapture(deps.db.query, { sourceId: source.id, url, before }),
    });
    const { arrived, missing } = sift(fetched, lastAttempt);
    const kept = arrived.map((document) => redacted(source, document));
    const report = { ...slot, ...missing };
    const outcome = await deps.db.transaction((tx) => keep(tx, report, kept));
    await announceClosed(deps, { ...report, outcome });
  } catch (error) {
    if (!(error instanceof Unreachable) || !(error.final || lastAttempt)) throw error;
    await close(deps, { ...slot, outcome: 'unreachable', message: error.message });
  }
}

/** What arrived is kept without what did not, once there is no hope of it. Throws the failure while there is, or where nothing arrived. */
function sift(fetched: readonly (Fetched | Failed)[], lastAttempt: boolean) {
  const arrived = fetched.filter((document) => document.kind !== 'failed');
  const failures = fetched.flatMap((document) => (document.kind === 'failed' ? [document.failure] : []));
  const [first] = failures;
  if (first === undefined) return { arrived, missing: {} };
  const mayRecover = failures.find(({ final }) => !final);
  if (arrived.length === 0 || (mayRecover !== undefined && !lastAttempt)) throw mayRecover ?? first;
  const message = `${failures.length} of ${fetched.length} documents did not come: ${first.message}`;
  return { arrived, missing: { message } };
}

/** What a source says must not be kept never reaches the database. */
const redacted = (source: Source, document: Fetched): Fetched =>
  document.kind === 'body' && source.redact !== undefined
    ? { ...document, bytes: source.redact(document.bytes) }
    : document;

/** Of a slot that was served: which, and what is to be said of it. */
type Kept = Omit<SlotReport, 'outcome'>;

/** Keeps the documents and closes their slot, together or not at all. */
async function keep({ query }: Tx, slot: Kept, fetched: readonly Fetched[]): Promise<SlotOutcome> {
  for (const document of fetched) {
    const stored = { ...document, sourceId: slot.sourceId, slot: slot.dueAt };
    if (stored.kind === 'not_modified') await storeNotModified(query, stored);
    else await storeCapture(query, stored);
  }
  const outcome = fetched.every(({ kind }) => kind === 'not_modified') ? 'unchanged' : 'fetched';
  await closeSlot(query, { ...slot, outcome });
  return outcome;
}

async function close(deps: IngestDeps, report: SlotReport): Promise<void> {
  await closeSlot(deps.db.query, report);
  await announceClosed(deps, report);
}

async function announceClosed({ queues, onSlot }: IngestDeps, report: SlotReport): Promise<void> {
  onSlot(report);
  await queues.ring(contracts.normalize, { sourceId: report.sourceId, slot: report.dueAt });
}
