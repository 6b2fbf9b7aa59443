/** Stored bytes -> observations. Documents of one source are read in the order of time; reading one again changes nothing. */
import { canonicalJson, daysBetween } from '@bandgap/core';
import {
  artifactOf,
  type ChangedSeries,
  lastAccepted,
  lockFor,
  nextUnread,
  oweEvaluations,
  oweLaterRuns,
  previousCapture,
  type Reading,
  readSuccessor,
  type StoredCapture,
  storeReading,
  storeRepeatedReading,
  valuesOfReading,
} from '@bandgap/db';
import { contracts, type Payload } from '@bandgap/queue';
import { judge, type PreviousReading, type Source } from '@bandgap/sources';
import type { WorkerDeps } from './deps.ts';
import { evaluationsAfter, laterRunsAfter } from './evaluate/evaluations-after.ts';

/**
 * Reads the documents of a source that nobody has read yet; within this process, one source is read once at a time.
 * Then asks for evaluation, whether there was anything to read or not: a slot that brought nothing no longer holds others up.
 */
export function normalizer(deps: WorkerDeps): (payload: Payload<typeof contracts.normalize>) => Promise<void> {
  const reading = new Map<string, Promise<void>>();
  return async ({ sourceId, slot }) => {
    const readNext = () => normalize(deps, sourceId);
    const turn = (reading.get(sourceId) ?? Promise.resolve()).then(readNext, readNext);
    reading.set(sourceId, turn);
    await turn;
    await deps.queues.ring(contracts.evaluate, { cause: `${sourceId}.${slot.replaceAll(':', '')}` });
  };
}

async function normalize(deps: WorkerDeps, sourceId: string): Promise<void> {
  const source = deps.sources.find(({ id }) => id === sourceId);
  if (source === undefined) return;
  for (;;) {
    const capture = await nextUnread(deps.db.query, sourceId);
    if (capture === undefined) return;
    await readCapture(deps, source, capture);
  }
}

async function readCapture(deps: WorkerDeps, source: Source, capture: StoredCapture): Promise<void> {
  const { db } = deps;
  const previous = await previousCapture(db.query, { ...capture, before: capture.fetchedAt });
  const repeated = previous?.sha256 === capture.sha256 ? previous.id : undefined;
  const reading = repeated === undefined ? await readOne(deps, source, capture) : undefined;
  // A document that came late may have been the change that the next one was compared without.
  const successor = await readSuccessor(db.query, capture);
  const rereading = successor === undefined ? undefined : await readOne(deps, source, successor);

  await db.transaction(async (tx) => {
    await lockFor(tx.query, `normalize ${source.id}`);
    if ((await nextUnread(tx.query, source.id))?.id !== capture.id) return;
    const changed: ChangedSeries[] = [];
    if (reading !== undefined) changed.push(...(await storeReading(tx, reading)));
    if (repeated !== undefined) await storeRepeatedReading(tx, capture, repeated);
    await oweEvaluations(tx.query, evaluationsAfter(source, capture, changed));

    if (successor !== undefined && rereading !== undefined) {
      await oweEvaluations(tx.query, evaluationsAfter(source, successor, await storeReading(tx, rereading)));
    }
    for (const later of laterRunsAfter(source, capture)) await oweLaterRuns(tx.query, later);
  });
  if (reading !== undefined) report(deps, reading);
}

async function readOne({ db, reader }: WorkerDeps, source: Source, capture: StoredCapture): Promise<Reading> {
  const nothing = { capture, parserVersion: source.parserVersion, reasons: [], quotes: [], headlines: [], skips: [] };
  const document = await reader.read(await artifactOf(db.query, capture.id));
  if (document.kind === 'unreadable') return { ...nothing, verdict: 'unreadable', reasons: [document.reason] };

  const verdict = judge(source, document.rows, await previousReading(db.query, capture));
  if (verdict.kind === 'quarantined') {
    return { ...nothing, verdict: 'quarantined', reasons: verdict.reasons, skips: verdict.skips };
  }
  const { quotes, headlines, skips } = verdict;
  return { ...nothing, verdict: 'accepted', quotes, headlines, skips };
}

async function previousReading(
  query: WorkerDeps['db']['query'],
  { sourceId, url, fetchedAt }: StoredCapture,
): Promise<PreviousReading | undefined> {
  const previous = await lastAccepted(query, { sourceId, url, before: fetchedAt });
  if (previous === undefined) return undefined;
  const quoted = await valuesOfReading(query, previous.captureId);
  const values = new Map(quoted.map(({ series: { source: _, ...series }, value }) => [canonicalJson(series), value]));
  return {
    quotes: previous.quotes,
    subjects: new Set(quoted.map(({ series }) => series.subject)),
    daysAgo: daysBetween(previous.fetchedAt, fetchedAt),
    valueOf: (series) => values.get(canonicalJson(series)),
  };
}

function report({ log }: WorkerDeps, { capture, verdict, reasons, quotes, headlines, skips }: Reading): void {
  const fields = { source: capture.sourceId, fetchedAt: capture.fetchedAt, verdict };
  if (verdict !== 'accepted') log.warn({ ...fields, reasons }, 'document not believed');
  else
    log.info({ ...fields, quotes: quotes.length, headlines: headlines.length, skips: skips.length }, 'document read');
}
