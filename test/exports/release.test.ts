/** A release goes out, comes back into another database, and goes out again as it was. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportRelease, restoreRelease } from '@bandgap/exports';
import { readFigures, verify } from '@bandgap/receipts';
import { expect, onTestFinished, test } from 'vitest';
import { openFreshDatabase } from '../support/database.ts';
import { type Dump, differences, dump } from '../support/dump.ts';
import { replayedDatabase } from '../support/replayed.ts';

async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'bandgap-release-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

/** What each file holds, by path. */
async function filesOf(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path.slice(directory.length + 1), (await readFile(path)).toString('base64')] as const),
    ),
  );
}

const different = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)).sort();

/** Tables that a release carries whole, and what of them may not be passed on. */
const carried = [
  'series',
  'reading',
  'skip',
  'observation',
  'headline',
  'signal_reading',
  'signal',
  'run',
  'run_input',
  'run_source',
  'event',
  'event_retraction',
  'alert_transition',
  'alert_watch',
] as const;
const restricted = /"source(?:_id)?":"dramexchange"|"subject":"dramexchange\//;

function publishable(rows: Dump): Dump {
  const receipts = rows.run?.filter((row) => restricted.test(row)).map((row) => JSON.parse(row).receipt) ?? [];
  const mayNot = (row: string) => restricted.test(row) || receipts.some((receipt) => row.includes(receipt));
  return Object.fromEntries(carried.map((table) => [table, rows[table]?.filter((row) => !mayNot(row)) ?? []]));
}

test('the same tables, figures and receipts, and the same files again', async () => {
  const { db, databaseUrl } = await replayedDatabase();
  const [first, second, third] = [await emptyDirectory(), await emptyDirectory(), await emptyDirectory()];
  const release = await exportRelease({ db, directory: first, licensed: [] });
  expect(release.leftOut.sources.map(({ source, series }) => [source, series])).toEqual([['dramexchange', 30]]);
  expect(release.leftOut.runs).toEqual([{ model: 'memory-unit-price', runs: 6 }]);
  const written = await filesOf(first);
  expect(Buffer.from(written.get('datapackage.json') ?? '', 'base64').toString()).toContain('"dram-ddr5-16gb-4800"');

  const restored = await openFreshDatabase();
  expect((await restoreRelease(restored, first)).documents).toBe(release.documents);
  expect(differences(publishable(await dump(databaseUrl)), publishable(await dump(restored.databaseUrl)))).toEqual([]);

  const figures = await readFigures(restored.query);
  expect(figures).toEqual((await readFigures(db.query)).filter((figure) => figure.publishable));
  expect(figures.length).toBeGreaterThan(10);
  for (const { id, receipt } of figures) expect((await verify(restored.query, receipt)).holds, id).toBe(true);

  await exportRelease({ db: restored, directory: second, licensed: [] });
  expect(different(written, await filesOf(second))).toEqual(['SHA256SUMS', 'datapackage.json']);
  const again = await openFreshDatabase();
  await restoreRelease(again, second);
  await exportRelease({ db: again, directory: third, licensed: [] });
  expect(different(await filesOf(second), await filesOf(third))).toEqual([]);

  await expect(restoreRelease(again, second)).rejects.toThrow(/expected an empty database to restore into/);
  await expect(exportRelease({ db, directory: first, licensed: [] })).rejects.toThrow(/expected an empty directory/);

  const all = await emptyDirectory();
  expect((await exportRelease({ db, directory: all, licensed: ['dramexchange'] })).leftOut).toEqual({
    sources: [],
    runs: [],
  });
}, 180_000);

test('what was changed on the way is refused, and nothing is loaded', async () => {
  const db = await openFreshDatabase();
  const directory = await emptyDirectory();
  await exportRelease({ db, directory, licensed: [] });

  const series = await readFile(join(directory, 'series.parquet'));
  await writeFile(join(directory, 'series.parquet'), Buffer.concat([series, Buffer.from(' ')]));
  await expect(restoreRelease(db, directory)).rejects.toThrow(/^series\.parquet: expected the bytes with SHA-256/);
  await rm(join(directory, 'series.parquet'));
  await expect(restoreRelease(db, directory)).rejects.toThrow(/^expected series\.parquet, which SHA256SUMS lists/);
  await writeFile(join(directory, 'series.parquet'), series);
  await writeFile(join(directory, 'more.txt'), '');
  await expect(restoreRelease(db, directory)).rejects.toThrow(
    /^expected only files that SHA256SUMS lists, was also more\.txt/,
  );
  await rm(join(directory, 'more.txt'));
  expect((await restoreRelease(db, directory)).name).toBe('bandgap-data-empty');

  await writeFile(join(directory, 'SHA256SUMS'), `${'0'.repeat(64)}  ../../etc/passwd\n`);
  await expect(restoreRelease(db, directory)).rejects.toThrow(/^expected lines of a hash and a file in SHA256SUMS/);
  await expect(restoreRelease(db, await emptyDirectory())).rejects.toThrow(/a directory with SHA256SUMS, was none/);
});
