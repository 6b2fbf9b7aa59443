/** Stored bytes -> observations. Documents of one source are read in the order of time; reading one again changes nothing. */
import { firstHandSources, isFirstHand } from '@bandgap/catalog';
import { dayOf } from '@bandgap/core';
import {
  type ChangedSeries,
  lockFor,
  nextUnread,
  owedCount,
  oweEvaluations,
  oweLaterRuns,
  previousCapture,
  type Reading,
  readSuccessor,
  type StoredCapture,
  storeReading,
  storeRepeatedReading,
  type Turn,
  type UnreadCapture,
  unreadSources,
  waitsForRepetition,
} from '@bandgap/db';
import { contracts, type Payload } from '@bandgap/queue';
import type { Source } from '@bandgap/sources';
import type { WorkerDeps } from './deps.ts';
import { evaluationsAfter, evaluationsAfterRepetition, laterRunsAfter } from './evaluate/evaluations-after.ts';
import { judgeEvents } from './evaluate/judge-events.ts';
import { judgeSource } from './evaluate/judge-source.ts';
import { noteEvents } from './evaluate/note-events.ts';
import { readingOf } from './read/reading-of.ts';

/**
 * Reads the documents of a source that nobody has read yet; within this process, one source is read once at a time.
 * Then asks for evaluation where any is owed, whether there was anything to read or not: a slot that brought nothing no longer
 * holds others up.
 */
export function normalizer(deps: WorkerDeps): (payload: Payload<typeof contracts.normalize>) => Promise<void> {
  const reading = new Map<string, Promise<void>>();
  return async ({ sourceId, slot }) => {
    const readNext = () => normalize(deps, sourceId);
    const turn = (reading.get(sourceId) ?? Promise.resolve()).then(readNext, readNext);
    reading.set(sourceId, turn);
    await turn;
    if ((await owedCount(deps.db.query, deps.clock())) === 0) return;
    await deps.queues.ring(contracts.evaluate, { cause: `${sourceId}.${slot.replaceAll(':', '')}` });
  };
}

async function normalize(deps: WorkerDeps, sourceId: string): Promise<void> {
  const source = deps.sources.find(({ id }) => id === sourceId);
  if (source === undefined) return;
  let capture = await nextUnread(deps.db.query, turnOf(deps, source));
  if (capture === undefined)
    await tell(deps, await deps.db.transaction(({ query }) => judgeSource(deps, query, sourceId)));
  while (capture !== undefined) {
    await readCapture(deps, source, capture);
    capture = await nextUnread(deps.db.query, turnOf(deps, source));
  }
  if (isFirstHand(sourceId)) await ringForRelays(deps);
}

/** What relays prices is read after the sellers themselves, for it is compared with what they say. */
function turnOf({ sources }: WorkerDeps, { id, commodity }: Source): Turn {
  if (commodity !== 'gpu_rental' || isFirstHand(id)) return { sourceId: id, after: [] };
  return { sourceId: id, after: firstHandSources.filter((first) => sources.some((source) => source.id === first)) };
}

async function ringForRelays({ db, sources, queues, clock }: WorkerDeps): Promise<void> {
  const unread = new Set(await unreadSources(db.query));
  for (const { id, commodity } of sources) {
    if (commodity !== 'gpu_rental' || isFirstHand(id) || !unread.has(id)) continue;
    await queues.ring(contracts.normalize, { sourceId: id, slot: clock() });
  }
}

/** The capture that this one only repeats: what was made of that one holds for this one too. */
async function repeatedBy({ db }: WorkerDeps, source: Source, capture: StoredCapture): Promise<number | undefined> {
  const previous = await previousCapture(db.query, { ...capture, before: capture.fetchedAt });
  if (previous === undefined || previous.sha256 !== capture.sha256) return undefined;
  if (source.readByDay && dayOf(previous.fetchedAt) !== dayOf(capture.fetchedAt)) return undefined;
  return (await waitsForRepetition(db.query, previous.id)) ? undefined : previous.id;
}

async function readCapture(deps: WorkerDeps, source: Source, capture: UnreadCapture): Promise<void> {
  const { db } = deps;
  const repeated = await repeatedBy(deps, source, capture);
  const reading = repeated === undefined ? await readingOf(deps, source, capture) : undefined;
  // A document that came late may have been the change that the next one was compared without.
  const successor = capture.isLate ? await readSuccessor(db.query, capture) : undefined;
  const rereading = successor === undefined ? undefined : await readingOf(deps, source, successor);

  const deliveries = await db.transaction(async (tx) => {
    await lockFor(tx.query, `normalize ${source.id}`);
    if ((await nextUnread(tx.query, turnOf(deps, source)))?.id !== capture.id) return [];
    const changed: ChangedSeries[] = [];
    if (reading !== undefined) changed.push(...(await storeReading(tx, reading)));
    if (repeated !== undefined) await storeRepeatedReading(tx, capture, repeated);
    const cause = { quiet: capture.origin === 'backfill' };
    const owed =
      repeated === undefined ? evaluationsAfter(source, capture, changed) : evaluationsAfterRepetition(source, capture);
    await oweEvaluations(tx.query, owed, cause);

    if (successor !== undefined && rereading !== undefined) {
      await oweEvaluations(tx.query, evaluationsAfter(source, successor, await storeReading(tx, rereading)), cause);
    }
    for (const later of laterRunsAfter(source, capture)) await oweLaterRuns(tx.query, later, cause);
    const events = await noteEvents(tx.query, source, capture);
    const owedNews = await judgeEvents(deps, tx.query, { events, ...cause });
    const isLast = (await nextUnread(tx.query, turnOf(deps, source))) === undefined;
    return isLast ? [...owedNews, ...(await judgeSource(deps, tx.query, source.id))] : owedNews;
  });
  await tell(deps, deliveries);
  if (reading !== undefined) report(deps, reading);
}

async function tell({ queues }: WorkerDeps, deliveries: readonly string[]): Promise<void> {
  for (const deliveryId of deliveries) await queues.ring(contracts.deliver, { deliveryId });
}

function report({ log }: WorkerDeps, { capture, verdict, reasons, quotes, headlines, skips }: Reading): void {
  const fields = { source: capture.sourceId, fetchedAt: capture.fetchedAt, verdict };
  if (verdict !== 'accepted') log.warn({ ...fields, reasons }, 'document not believed');
  else
    log.info({ ...fields, quotes: quotes.length, headlines: headlines.length, skips: skips.length }, 'document read');
}
