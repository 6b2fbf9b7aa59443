/** Stores dated versions as what was fetched at their dates. What is stored already stays as it is. */
import { sha256 } from '@bandgap/core';
import { announceSlots, closeSlot, type Db, previousCapture, storeCapture, storeNotModified } from '@bandgap/db';
import type { Source } from '@bandgap/sources';
import type { DatedVersion } from './dated-versions.ts';

export type StoredAs = 'changed' | 'unchanged';

/**
 * In the order of time, each with its slot and at once, so that a killed backfill goes on where it was and nobody tries to
 * fetch what is past. A version with the bytes of the one before it refers to those.
 */
export async function storeVersion(db: Db, source: Source, version: DatedVersion): Promise<StoredAs> {
  const { url, at, name } = version;
  const stored = await version.bytes();
  const bytes = source.redact === undefined ? stored : source.redact(stored);
  const slot = { sourceId: source.id, dueAt: at };
  return db.transaction(async ({ query }) => {
    await announceSlots(query, [slot], 'backfill');
    const previous = await previousCapture(query, { sourceId: source.id, url, before: at });
    const captured = { sourceId: source.id, slot: at, url, fetchedAt: at, httpStatus: 200 };
    const unchanged = previous?.sha256 === sha256(bytes) ? previous : undefined;
    if (unchanged === undefined) await storeCapture(query, { ...captured, contentType: contentTypeOf(name), bytes });
    else await storeNotModified(query, { ...captured, previous: unchanged });
    const storedAs = unchanged === undefined ? 'changed' : 'unchanged';
    await closeSlot(query, { ...slot, outcome: storedAs === 'changed' ? 'fetched' : 'unchanged' });
    return storedAs;
  });
}

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  html: 'text/html',
  md: 'text/markdown',
  yml: 'application/yaml',
  zip: 'application/zip',
};

function contentTypeOf(name: string): string {
  const [, ending = ''] = /\.([a-z]+)(?:\.gz)?(?: of .*)?$/.exec(name) ?? [];
  return contentTypes[ending] ?? 'application/octet-stream';
}
