/** Reads how each source is doing, in the order of the registry. */
import { type Query, type SourceHealth, sourceHealth } from '@bandgap/db';
import { isPublishable, type Source, sources } from '@bandgap/sources';
import type { SourceState } from './readers.ts';

export async function readSources(query: Query): Promise<readonly SourceState[]> {
  const health = await sourceHealth(
    query,
    sources.map(({ id }) => id),
  );
  return sources.map((source) =>
    stateOf(
      source,
      health.find(({ sourceId }) => sourceId === source.id),
    ),
  );
}

function stateOf(source: Source, health: SourceHealth | undefined): SourceState {
  const { id, name, home, commodity, licence } = source;
  const message = trouble(health);
  return {
    id,
    name,
    home,
    commodity,
    licence,
    publishable: isPublishable(source),
    state: health === undefined ? 'never' : condition(health),
    ...(message === undefined ? {} : { message }),
    ...dated('lastFetchedAt', health?.lastFetchedAt),
    ...dated('lastChangedAt', health?.lastChangedAt),
    ...dated('lastAcceptedAt', health?.lastAcceptedAt),
    quotes: health?.quotes ?? 0,
    headlines: health?.headlines ?? 0,
    skips: health?.skips ?? {},
  };
}

/** What counts is the worst of the last slot and the last document. */
function condition({ lastSlot, lastOutcome, verdict }: SourceHealth): SourceState['state'] {
  if (lastSlot === null) return 'never';
  if (lastOutcome === null) return 'waiting';
  if (lastOutcome === 'unreachable' || lastOutcome === 'missed') return lastOutcome;
  return verdict === 'quarantined' || verdict === 'unreadable' ? verdict : lastOutcome;
}

function trouble(health: SourceHealth | undefined): string | undefined {
  if (health === undefined) return undefined;
  if (health.lastOutcome === 'unreachable' || health.lastOutcome === 'missed') return health.lastMessage ?? undefined;
  return health.verdict === 'accepted' ? undefined : health.reasons?.join('; ');
}

const dated = (name: 'lastFetchedAt' | 'lastChangedAt' | 'lastAcceptedAt', instant: string | null | undefined) =>
  instant === null || instant === undefined ? {} : { [name]: instant };
