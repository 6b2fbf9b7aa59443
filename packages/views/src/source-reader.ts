/** How each source of the registry is doing, in the words people see. */
import { addMinutes, type Instant } from '@bandgap/core';
import { type Query, type SourceHealth, sourceHealth } from '@bandgap/db';
import { isPublishable, type Source, sources, variablesOf } from '@bandgap/sources';
import type { SourceState } from './readers.ts';

export async function readSources(query: Query, now: Instant): Promise<readonly SourceState[]> {
  const health = new Map(
    (
      await sourceHealth(
        query,
        sources.map(({ id }) => id),
      )
    ).map((each) => [each.sourceId, each]),
  );
  return sources.flatMap((source) => {
    const own = health.get(source.id);
    return own === undefined ? [] : [sourceState(source, own, now)];
  });
}

export function sourceState(source: Source, health: SourceHealth, now: Instant): SourceState {
  const { lastFetchedAt, lastChangedAt, lastAcceptedAt, lastMessage, quotes, headlines, skips, reasons } = health;
  return {
    id: source.id,
    name: source.name,
    home: source.home,
    state: stateOf(source, health),
    stale: lastAcceptedAt !== null && addMinutes(lastAcceptedAt, source.staleAfterMinutes) < now,
    lastFetchedAt,
    lastChangedAt,
    lastAcceptedAt,
    quotes,
    headlines,
    skips: skips ?? {},
    message: lastMessage ?? (reasons?.length ? reasons.join('; ') : null),
    terms: source.licence.terms,
    licence: source.licence.name,
    publishable: isPublishable(source),
  };
}

function stateOf(
  source: Source,
  { lastSlot, lastOutcome, lastFetchedAt, verdict }: SourceHealth,
): SourceState['state'] {
  const asleep = source.optIn || variablesOf(source).length > 0 ? 'disabled' : 'waiting';
  if (lastSlot === null && lastFetchedAt === null) return asleep;
  if (lastOutcome === 'unreachable' || lastOutcome === 'missed') return lastOutcome;
  if (verdict === 'quarantined' || verdict === 'unreadable') return verdict;
  return lastOutcome ?? (lastFetchedAt === null ? 'waiting' : 'fetched');
}
