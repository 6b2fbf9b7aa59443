/** Artifacts for tests: written by hand, from a source's fixture, or from the recordings that may lie beside the checkout. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Artifact } from '@bandgap/core';
import type { Source } from './define-source.ts';

const here = new URL('.', import.meta.url);
const recordings = new URL('../../../../shared/fixtures/', here);

export const recordingsAbsent = !existsSync(new URL('replay.json', recordings));

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  xml: 'text/xml',
  csv: 'text/csv',
};

export const artifactOf = (source: Source, body: string | Uint8Array, overrides: Partial<Artifact> = {}): Artifact => ({
  sourceId: source.id,
  url: source.requests({ key: 'test' })[0]?.url ?? `bundled:${source.id}`,
  fetchedAt: '2026-10-01T00:00:00.000Z',
  contentType: 'application/json',
  bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  ...overrides,
});

const shelves = { llm_api: 'llm', gpu_rental: 'gpu', memory: 'memory', news: 'news' } as const;

/** The folder of a source: its id, on the shelf of what it prices. */
export const folderOf = ({ commodity, id }: Source): URL => new URL(`${shelves[commodity]}/${id}/`, here);

/** Every folder of a source, by its own name. */
export const sourceFolders: readonly string[] = Object.values(shelves).flatMap((shelf) =>
  readdirSync(new URL(shelf, here)),
);

/** What a bundled source ships; for any other, the file `<id>/<id>.fixture.*`. */
export function fixtureOf(source: Source): Artifact {
  const { id, bundled } = source;
  if (bundled !== undefined) return artifactOf(source, bundled.body(), { fetchedAt: bundled.releasedAt });
  const file = readdirSync(folderOf(source)).find((name) => name.startsWith(`${id}.fixture.`));
  if (file === undefined) throw new Error(`expected a file ${id}/${id}.fixture.*, found none`);
  const contentType = contentTypes[file.split('.').at(-1) ?? ''] ?? 'text/plain';
  return artifactOf(source, readFileSync(new URL(file, folderOf(source))), { contentType });
}

/** The bytes of a recording, unpacked. */
export function recording(path: string): Uint8Array {
  const bytes = readFileSync(new URL(path, recordings));
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export const recordedFiles = (folder: string): readonly string[] => readdirSync(new URL(folder, recordings));

/** Every recorded response of a source, oldest first. */
export function recordingsOf(source: Source): readonly Artifact[] {
  if (recordingsAbsent) return [];
  const replay = JSON.parse(readFileSync(new URL('replay.json', recordings), 'utf8')) as readonly (Artifact & {
    readonly source: string;
    readonly file: string;
  })[];
  return replay
    .filter((entry) => entry.source === source.id)
    .map(({ url, fetchedAt, contentType, file }) =>
      artifactOf(source, recording(file), { url, fetchedAt, contentType }),
    );
}
