/** Which sources run here, and why the others do not. */
import { type Source, sources } from '@bandgap/sources';
import type { Settings } from './settings.ts';

export interface DisabledSource {
  readonly source: Source;
  /** What a person would have to do. */
  readonly reason: string;
}

export interface SourceSelection {
  readonly enabled: readonly Source[];
  readonly disabled: readonly DisabledSource[];
}

export function selectSources(settings: Settings): SourceSelection {
  const disabled = sources.flatMap((source) => {
    const reason = reasonDisabled(source, settings);
    return reason === undefined ? [] : [{ source, reason }];
  });
  return { enabled: sources.filter((source) => !disabled.some((other) => other.source === source)), disabled };
}

function reasonDisabled({ id, optIn, needsKey, imported }: Source, settings: Settings): string | undefined {
  if (imported) return 'bandgap import reads its files';
  if (optIn && !settings.BANDGAP_ENABLE.includes(id)) return `off by default; BANDGAP_ENABLE=${id} turns it on`;
  if (needsKey !== undefined && (settings.key(needsKey) ?? '') === '') return `needs ${needsKey}`;
  return undefined;
}
