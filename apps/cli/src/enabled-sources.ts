/** Which sources run here, and why the others do not. */
import { type Source, sources, variablesOf } from '@bandgap/sources';
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

function reasonDisabled(source: Source, settings: Settings): string | undefined {
  const { id, optIn, imported } = source;
  if (imported) return 'bandgap import reads its files';
  if (optIn && !settings.BANDGAP_ENABLE.includes(id)) return `off by default; BANDGAP_ENABLE=${id} turns it on`;
  const missing = variablesOf(source).filter((name) => (settings.key(name) ?? '') === '');
  return missing.length > 0 ? `needs ${missing.join(' and ')}` : undefined;
}
