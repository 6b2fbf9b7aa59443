/** A data release: everything that may be passed on, as Parquet and the documents behind it, with hashes of all. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sha256, UsageError } from '@bandgap/core';
import { type Db, type LeftOut, type ReleaseReader, type ReleaseRow, readRelease } from '@bandgap/db';
import { isPublishable, type Source, sourceById, sources, withoutBodies } from '@bandgap/sources';
import type { Column } from './column.ts';
import { parquetOf } from './parquet.ts';
import { releasePackage, type WrittenTable } from './release-package.ts';
import { sumsFile, sumsOf } from './release-sums.ts';
import { releaseTables, type TableOfRelease } from './release-tables.ts';

export interface ReleaseOptions {
  readonly db: Db;
  /** It is made; what is in it stays, and then nothing is written. */
  readonly directory: string;
  /** Restricted sources the operator holds a licence for. */
  readonly licensed: readonly string[];
}

export interface Release {
  readonly name: string;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly bytes: number }[];
  readonly documents: number;
  readonly bytes: number;
  readonly leftOut: LeftOut;
}

/** Equal data give equal bytes. Throws a UsageError where the directory is not empty. */
export async function exportRelease({ db, directory, licensed }: ReleaseOptions): Promise<Release> {
  await mkdir(join(directory, 'artifacts'), { recursive: true }).catch(refuse(directory));
  const before = (await readdir(directory, { recursive: true })).filter((name) => name !== 'artifacts');
  if (before.length > 0)
    throw new UsageError(`expected an empty directory for the release, was ${directory} with ${before[0]}`);
  const open = sources.filter((source) => isPublishable(source, licensed));
  const written = new Writer(directory);
  return readRelease(db, { open: open.map(({ id }) => id) }, async (reader) => {
    const documents = await writeDocuments(reader, written);
    const tables: WrittenTable[] = [];
    let dataTime: string | null = null;
    const quoting = new Set<unknown>();
    for (const table of releaseTables) {
      const found = await reader.rows(table.name);
      const rows = table.name === 'captures' ? found.map(documents.named) : found;
      tables.push(await written.table(table, rows));
      dataTime = newest(rows, dataTime);
      if (table.name === 'captures') for (const { source } of rows) quoting.add(source);
    }
    const named = open.filter(({ id }) => quoting.has(id));
    await written.file('sources.parquet', parquetOf(sourceColumns, named.map(sourceRow)));
    const leftOut = await reader.leftOut();
    const name = `bandgap-data-${dataTime?.slice(0, 10) ?? 'empty'}`;
    const contents = { name, dataTime, tables, sources: named, documents: documents.count, leftOut };
    await written.file('datapackage.json', `${JSON.stringify(releasePackage(contents), null, 2)}\n`);
    await writeFile(join(directory, sumsFile), sumsOf(written.hashes));
    return { name, tables, documents: documents.count, bytes: written.bytes, leftOut };
  });
}

const refuse = (directory: string) => (error: Error) => {
  throw new UsageError(`expected a directory that can be written at ${directory}: ${error.message}`);
};

interface WrittenDocuments {
  readonly count: number;
  /** A capture with the hash under which its document is passed on. */
  named(capture: ReleaseRow): ReleaseRow;
}

/** Of a feed only titles, links, ids and dates are passed on: the rest belongs to those who wrote it. */
async function writeDocuments(reader: ReleaseReader, written: Writer): Promise<WrittenDocuments> {
  const hashes = new Map<string, string>();
  for (const { source, sha256: stored } of await reader.documents()) {
    const whole = await reader.document(stored);
    const bytes = sourceById(source)?.commodity === 'news' ? withoutBodies(whole) : whole;
    const hash = sha256(bytes);
    hashes.set(`${source} ${stored}`, hash);
    const path = `artifacts/${hash}.gz`;
    if (!written.hashes.has(path)) await written.file(path, gzipSync(bytes, { level: 9 }));
  }
  return {
    count: new Set(hashes.values()).size,
    named: (capture) => ({ ...capture, sha256: hashes.get(`${capture.source} ${capture.sha256}`) }),
  };
}

/** The newest time at which something of these rows became known. */
const newest = (rows: readonly ReleaseRow[], sofar: string | null): string | null =>
  rows.reduce<string | null>((latest, { recorded_at: recorded, known_at: known, fetched_at: fetched }) => {
    const times = [recorded, known, fetched, latest].filter((time) => typeof time === 'string');
    return times.sort().at(-1) ?? null;
  }, sofar);

const sourceColumns: readonly Column[] = [
  'source',
  'name',
  'home_url',
  'commodity',
  'licence',
  'terms',
  'attribution',
].map((name) => ({ name, type: 'text' }));

const sourceRow = ({ id, name, home, commodity, licence }: Source): ReleaseRow => ({
  source: id,
  name,
  home_url: home,
  commodity,
  licence: licence.name,
  terms: licence.terms,
  attribution: licence.attribution ?? null,
});

/** Writes files and remembers their hashes. */
class Writer {
  readonly hashes = new Map<string, string>();
  bytes = 0;
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async file(path: string, content: string | Uint8Array): Promise<void> {
    await writeFile(join(this.#directory, path), content);
    this.hashes.set(path, sha256(content));
    this.bytes += Buffer.byteLength(content);
  }

  async table(table: TableOfRelease, rows: readonly ReleaseRow[]): Promise<WrittenTable> {
    const path = `${table.name}.parquet`;
    const bytes = parquetOf(table.columns, rows);
    await this.file(path, bytes);
    return { ...table, path, rows: rows.length, bytes: bytes.length, hash: this.hashes.get(path) ?? '' };
  }
}
