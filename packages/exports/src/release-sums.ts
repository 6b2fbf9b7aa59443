/** SHA256SUMS: the hash of every file of a release, in the form of sha256sum. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256, UsageError } from '@bandgap/core';

export const sumsFile = 'SHA256SUMS';

export const sumsOf = (hashes: ReadonlyMap<string, string>): string =>
  [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');

/** Throws a UsageError that names the first file that is missing, was changed, or does not belong. */
export async function checkSums(directory: string): Promise<void> {
  const written = await readFile(join(directory, sumsFile), 'utf8').catch(() => undefined);
  if (written === undefined)
    throw new UsageError(`expected a data release at ${directory}: a directory with ${sumsFile}, was none`);
  const hashes = new Map(written.split('\n').flatMap((line) => parsed(line)));
  for (const path of await filesIn(directory))
    if (!hashes.has(path)) throw new UsageError(`expected only files that ${sumsFile} lists, was also ${path}`);
  for (const [path, expected] of hashes) {
    const bytes = await readFile(join(directory, path)).catch(() => undefined);
    if (bytes === undefined) throw new UsageError(`expected ${path}, which ${sumsFile} lists, was missing`);
    const found = sha256(bytes);
    if (found !== expected) throw new UsageError(`${path}: expected the bytes with SHA-256 ${expected}, was ${found}`);
  }
}

/** Paths stay within the directory. */
const line = /^([0-9a-f]{64}) {2}((?:artifacts\/)?[\w-]+\.[a-z]+)$/;

function parsed(text: string): readonly (readonly [path: string, hash: string])[] {
  if (text === '') return [];
  const [, hash = '', path = ''] = line.exec(text) ?? [];
  if (hash === '')
    throw new UsageError(`expected lines of a hash and a file in ${sumsFile}, was ${JSON.stringify(text)}`);
  return [[path, hash]];
}

async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, '/').length))
    .filter((path) => path !== sumsFile);
}
