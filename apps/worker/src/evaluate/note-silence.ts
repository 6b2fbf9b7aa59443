/** Sources that have been silent for longer than they may, though they were asked. */
import { type Sighting, staleSources } from '@bandgap/alerts';
import { addMinutes } from '@bandgap/core';
import { type SourceHealth, type StoredEvent, sourceHealth, storeEvents } from '@bandgap/db';
import type { Source } from '@bandgap/sources';
import type { WorkerDeps } from '../deps.ts';
import { storedEvent, subjectOf } from './stored-event.ts';

/** Returns the events that are new: one for each time a source fell silent. */
export async function noteSilence({ db, sources, clock }: WorkerDeps): Promise<readonly StoredEvent[]> {
  const ids = sources.map(({ id }) => id);
  const health = new Map((await sourceHealth(db.query, ids)).map((each) => [each.sourceId, each]));
  const sightings = sources.flatMap((source) => sightingOf(source, health.get(source.id)));
  const stale = staleSources(sightings, clock());
  return storeEvents(
    db.query,
    stale.map(({ since: recordedAt, event }) => storedEvent({ source: subjectOf(event), recordedAt }, event)),
  );
}

/** None for a source that was not asked since it may be called silent, or whose answer nobody has read: recordings are played to their end. */
function sightingOf({ id: source, staleAfterMinutes }: Source, health: SourceHealth | undefined): readonly Sighting[] {
  if (health === undefined) return [];
  const { lastAcceptedAt: seenAt, lastSlot, lastOutcome, lastFetchedAt, verdict } = health;
  if (seenAt === null || lastSlot === null || lastOutcome === null) return [];
  const isUnread = lastFetchedAt !== null && verdict === null;
  return isUnread || lastSlot < addMinutes(seenAt, staleAfterMinutes) ? [] : [{ source, seenAt, staleAfterMinutes }];
}
