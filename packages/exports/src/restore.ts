/** Loads a data release into an empty database: the same prices, answers and receipts, with the bytes behind them. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '@bandgap/core';
import { type Db, type ReleaseRow, type ReleaseWriter, storedAlready, writeRelease } from '@bandgap/db';
import { parquetReadObjects } from 'hyparquet';
import { ReleasePackage } from './release-package.ts';
import { checkSums } from './release-sums.ts';
import { releaseTables, type TableOfRelease } from './release-tables.ts';

export interface Restored {
  readonly name: string;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly documents: number;
}

/** Throws a UsageError where the files are not those of the release, or the database is not empty. Then nothing was loaded. */
export async function restoreRelease(db: Db, directory: string): Promise<Restored> {
  await checkSums(directory);
  const { name, resources } = await readPackage(directory);
  const { gathered, runs } = await storedAlready(db.query);
  if (gathered + runs > 0)
    throw new UsageError(
      `expected an empty database to restore into, was one with ${gathered} series and slots and ${runs} runs`,
    );
  const counts: { name: string; rows: number }[] = [];
  let documents = 0;
  await writeRelease(db, async (writer) => {
    documents = await loadDocuments(directory, writer);
    for (const table of releaseTables) {
      const rows = await readTable(directory, table);
      const expected = resources.find((resource) => resource.name === table.name)?.rowCount;
      if (rows.length !== expected)
        throw new UsageError(
          `${table.name}.parquet: expected ${expected} rows, as datapackage.json says, was ${rows.length}`,
        );
      await writer.rows(table.name, rows);
      counts.push({ name: table.name, rows: rows.length });
    }
  });
  return { name, tables: counts, documents };
}

async function readPackage(directory: string) {
  const text = await readFile(join(directory, 'datapackage.json'), 'utf8');
  const parsed = ReleasePackage.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(
    `datapackage.json: expected a release of a form this version reads: ${issue?.path.join('.')}: ${issue?.message}`,
  );
}

async function loadDocuments(directory: string, writer: ReleaseWriter): Promise<number> {
  const files = await readdir(join(directory, 'artifacts'));
  for (const file of files)
    await writer.document(basename(file, '.gz'), gunzipSync(await readFile(join(directory, 'artifacts', file))));
  return files.length;
}

async function readTable(directory: string, { name, columns }: TableOfRelease): Promise<readonly ReleaseRow[]> {
  const { buffer, byteOffset, byteLength } = await readFile(join(directory, `${name}.parquet`));
  const file = buffer.slice(byteOffset, byteOffset + byteLength);
  const rows = await parquetReadObjects({ file, columns: columns.map((column) => column.name) });
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])));
}

/** As JSON has it. */
const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
