/** Whose figures may leave by the interface: sources that may be published, and those the operator holds a licence for. */
import { isPublishable, sourceById, sources } from '@bandgap/sources';
import { Refusal } from '../serve/problem.ts';

export interface Publication {
  /** Ids of the sources whose figures may leave. */
  readonly open: readonly string[];
  allows(sourceId: string): boolean;
  /** Throws a Refusal that names the source and its licence, unless its figures may leave. */
  check(sourceId: string): void;
}

/** `licensed` are restricted sources whose licence the operator says to hold. */
export function publication(licensed: readonly string[]): Publication {
  const open = sources.filter((source) => isPublishable(source, licensed)).map(({ id }) => id);
  const allows = (sourceId: string) => open.includes(sourceId);
  return {
    open,
    allows,
    check: (sourceId) => {
      if (!allows(sourceId)) throw restricted(sourceId);
    },
  };
}

function restricted(sourceId: string): Refusal {
  const licence = sourceById(sourceId)?.licence.name ?? 'it is not in the registry';
  return new Refusal(
    'restricted-source',
    `expected a source whose figures may be passed on, was ${sourceId} (${licence}); the dashboard shows them, and whoever holds a licence names the source in BANDGAP_LICENSED`,
    { source: sourceId },
  );
}
