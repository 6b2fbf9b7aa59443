/** One table, page by page, to a file or to standard output. What is left out is said on standard error. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { publication, type WholeTable, wholeTable } from '@bandgap/api';
import { systemClock, UsageError } from '@bandgap/core';
import { csvHeader, csvLines, parquetOf, type Row } from '@bandgap/exports';
import { type Opening, openDatabase } from '../open-system.ts';
import { givenRules } from './alerts-given.ts';

export const formats = ['csv', 'json', 'parquet'] as const;
type Format = (typeof formats)[number];

interface TableOptions {
  readonly format?: Format | undefined;
  readonly output?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

export async function exportTable(
  opening: Opening,
  table: string,
  { format, output, ...asked }: TableOptions,
): Promise<void> {
  const { settings } = opening;
  const parameters = Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
  const rules = await givenRules(settings);
  const { db } = await openDatabase(opening);
  const deps = { query: db.query, clock: systemClock, rules, publication: publication(settings.BANDGAP_LICENSED) };
  const whole = wholeTable(deps, { table, parameters });
  const written = writers[format ?? endingOf(output) ?? 'csv'](whole);
  await (output === undefined ? toStandardOutput(written) : toFile(written, output));
  const { rows, sources } = whole.leftOut();
  if (rows === 0) return;
  process.stderr.write(
    `rows left out: ${rows}, of ${sources.join(', ')}, whose terms forbid to pass them on; whoever holds a licence names them in BANDGAP_LICENSED\n`,
  );
}

const endingOf = (file = ''): Format | undefined => formats.find((format) => extname(file) === `.${format}`);

type Written = AsyncIterable<string | Uint8Array>;

const writers: Readonly<Record<Format, (table: WholeTable) => Written>> = {
  csv: async function* ({ columns, pages }) {
    let header = csvHeader(columns);
    for await (const rows of pages) {
      yield header + csvLines(columns, rows);
      header = '';
    }
  },
  json: async function* ({ pages }) {
    let before = '[\n';
    for await (const rows of pages)
      for (const row of rows) {
        yield before + JSON.stringify(row);
        before = ',\n';
      }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
  parquet: async function* ({ columns, pages }) {
    const all: Row[] = [];
    for await (const rows of pages) all.push(...rows);
    yield parquetOf(columns, all);
  },
};

/** Somebody who has read enough, as `head` does, closes the pipe. */
async function toStandardOutput(written: Written): Promise<void> {
  try {
    await pipeline(Readable.from(written), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

/** What was there before stays until all is written. */
async function toFile(written: Written, file: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, written);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    if (!(error instanceof Error && 'path' in error)) throw error;
    throw new UsageError(`--output: expected a file that can be written, was ${file}: ${error.message}`);
  }
}
