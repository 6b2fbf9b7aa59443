/** Dated versions are stored as what was known at their dates: once, in any number of attempts, and nobody is alerted. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openDatedVersions, openRecordings, storeVersion } from '@bandgap/ingest';
import { sourceById, sources } from '@bandgap/sources';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ownRecordings, runBandgap, startBandgap } from '../support/bandgap.ts';
import { freshDatabase } from '../support/database.ts';
import { differences, dump } from '../support/dump.ts';
import { startReceiver } from '../support/receiver.ts';
import { openSystem } from '../support/system.ts';

const now = '2026-11-01T00:00:00.000Z';
const snapshots = join(ownRecordings, 'gpurentalprices');

function sourceOf(id: string) {
  const source = sourceById(id);
  if (source === undefined) throw new Error(`expected a source ${id}`);
  return source;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'bandgap-backfill-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function ask<T>(databaseUrl: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const found = async (id: string, from: string, path?: string) => {
  const versions = await openDatedVersions({
    source: sourceOf(id),
    from,
    now,
    ...(path === undefined ? {} : { path }),
  });
  await versions.close();
  return versions.all.map(({ at, url }) => [at, url.split('/').slice(-2).join('/')]);
};

/** A repository whose prices change at three commits; a branch is merged at the third. */
function repository(): string {
  const top = folder();
  const git = (at: string, ...args: readonly string[]) =>
    execFileSync('git', ['-C', top, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      env: { PATH: process.env.PATH, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z' },
      stdio: 'pipe',
    });
  const commit = (at: string, content: string) => {
    writeFileSync(join(top, 'model_prices_and_context_window.json'), content);
    git(at, 'add', '.');
    git(at, 'commit', '-m', at);
  };
  git(now, 'init', '-b', 'main');
  commit('2026-03-01T10:00:00Z', '{"a":1}');
  git(now, 'checkout', '-b', 'side');
  commit('2026-03-02T10:00:00Z', '{"a":2}');
  git(now, 'checkout', 'main');
  git('2026-03-05T10:00:00+02:00', 'merge', '--no-ff', '-m', 'merge', 'side');
  writeFileSync(join(top, 'other.txt'), 'other');
  git('2026-03-06T10:00:00Z', 'add', '.');
  git('2026-03-06T10:00:00Z', 'commit', '-m', 'something else');
  return top;
}

describe('dated versions', () => {
  test('in the names of files and of folders, compressed or not, in the order of time', async () => {
    const top = folder();
    mkdirSync(join(top, '2026/07/16'), { recursive: true });
    writeFileSync(join(top, '2026-07-15.json'), '{}');
    writeFileSync(join(top, 'prices-20260714.json.gz'), gzipSync('{}'));
    writeFileSync(join(top, '2026/07/16/prices.json'), '{}');
    writeFileSync(join(top, '2026-07-17T06-30-00Z.json'), '{}');
    writeFileSync(join(top, '2026-02-31.json'), '{}');
    writeFileSync(join(top, '2026-11-01.json'), '{}');
    writeFileSync(join(top, 'README.md'), '');
    expect(await found('openrouter', top)).toEqual(
      [
        '2026-07-14T23:59:59.999Z',
        '2026-07-15T23:59:59.999Z',
        '2026-07-16T23:59:59.999Z',
        '2026-07-17T06:30:00.000Z',
      ].map((at) => [at, 'v1/models']),
    );
  });

  test('of a source with one document, of whose name alone where others lie beside it', async () => {
    const top = folder();
    mkdirSync(join(top, '2026-07-14'));
    for (const name of ['catalog.json.gz', 'models.json.gz', 'rankings.json.gz'])
      writeFileSync(join(top, '2026-07-14', name), gzipSync(name));
    const versions = await openDatedVersions({ source: sourceOf('openrouter'), from: top, now });
    expect(versions.all.map(({ name }) => name)).toEqual(['2026-07-14/models.json.gz']);
    expect(versions.remarks).toEqual(['2 dated files are of no document of openrouter: left out']);
  });

  test('of a source with several documents, told apart by their own words', async () => {
    const top = folder();
    mkdirSync(join(top, '2026-07-14/aws'), { recursive: true });
    for (const name of ['aws/vms.csv', 'aws/images.csv', 'do-vms.csv', 'elsewhere.csv'])
      writeFileSync(join(top, '2026-07-14', name), '');
    expect((await found('skypilot', top)).map(([, url]) => url)).toEqual(['aws/vms.csv', 'do/vms.csv']);
  });

  test('in the history of a repository, as its main line had them', async () => {
    expect(await found('litellm', repository())).toEqual([
      ['2026-03-01T10:00:00.000Z', 'main/model_prices_and_context_window.json'],
      ['2026-03-05T08:00:00.000Z', 'main/model_prices_and_context_window.json'],
    ]);
    const versions = await openDatedVersions({ source: sourceOf('litellm'), from: repository(), now });
    expect(Buffer.from((await versions.all[1]?.bytes()) ?? []).toString()).toBe('{"a":2}');
    await versions.close();
  });

  test.each([
    ['litellm', snapshots, 'a.json', '--path is a path in a git repository'],
    ['litellm', '/nowhere', undefined, 'expected a directory or a git repository at /nowhere'],
    ['litellm', join(ownRecordings, '../support'), undefined, 'expected files with a date in their names'],
    ['skypilot', snapshots, undefined, 'expected one of aws, lambda'],
    ['memory-reference', snapshots, undefined, 'ships with Bandgap'],
    ['rental-import', snapshots, undefined, 'bandgap import reads its files'],
  ])('of %s in %s: what is missing is said', async (id, from, path, message) => {
    await expect(found(id, from, path)).rejects.toThrow(message);
  });

  test('nothing that touched the document: what was looked for is said', async () => {
    await expect(found('openrouter', repository())).rejects.toThrow('say with --path');
    await expect(found('openrouter', repository(), 'gone.json')).rejects.toThrow('touch gone.json');
  });
});

describe('bandgap backfill', () => {
  const backfill = ['backfill', 'gpurentalprices', '--from', snapshots];

  test('stores each version once, as known at its date, and alerts nobody', async () => {
    const { received, environment } = await startReceiver();
    const DATABASE_URL = await freshDatabase('empty');
    const first = await runBandgap(backfill, { ...environment, DATABASE_URL });
    expect(first.code, first.stderr).toBe(0);
    const after = await dump(DATABASE_URL);
    const slots = await ask<{ origin: string; same: boolean }>(
      DATABASE_URL,
      `select distinct origin, o.recorded_at = due_at as same from observation o
       join capture on capture.id = o.capture_id join slot on slot.source_id = capture.source_id and slot.due_at = capture.slot`,
    );
    expect(slots).toEqual([{ origin: 'backfill', same: true }]);
    expect(after.run?.length).toBeGreaterThan(0);
    expect(after.delivery).toEqual([]);
    expect(received).toEqual([]);

    const second = await runBandgap(backfill, { ...environment, DATABASE_URL });
    expect(second.stdout).toContain('0 are new');
    expect(differences(after, await dump(DATABASE_URL))).toEqual([]);
  }, 120_000);

  test('killed on the way, it goes on where it was', async () => {
    const [whole, broken] = [await freshDatabase('empty'), await freshDatabase('empty')];
    await runBandgap(backfill, { DATABASE_URL: whole });
    for (const pattern of [/versions of/, /storing/]) {
      const running = startBandgap(backfill, { DATABASE_URL: broken });
      await running.line(pattern);
      running.killGroup();
      await running.ended;
    }
    const last = await runBandgap(backfill, { DATABASE_URL: broken });
    expect(last.code, last.stderr).toBe(0);
    expect(differences(await dump(whole), await dump(broken))).toEqual([]);
  }, 180_000);

  test('with --dry-run stores nothing, and an unknown source is told those there are', async () => {
    const DATABASE_URL = await freshDatabase('empty');
    const { stdout } = await runBandgap([...backfill, '--dry-run'], { DATABASE_URL });
    expect(stdout).toMatch(/gpurentalprices: \d+ versions of 1 documents, .* are new/);
    expect((await dump(DATABASE_URL)).capture).toEqual([]);
    const unknown = await runBandgap(['backfill', 'nobody', '--from', snapshots], { DATABASE_URL });
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('expected one of anthropic, openai') });
  }, 60_000);
});

test('a version with the bytes of the one before refers to them', async () => {
  const top = folder();
  const [first = ''] = readNames();
  for (const day of ['2026-06-01', '2026-06-02']) copyFileSync(join(snapshots, first), join(top, `${day}.json`));
  const recordings = await openRecordings(ownRecordings);
  const databaseUrl = await freshDatabase();
  const system = await openSystem({ databaseUrl, transport: recordings.transport, sources });
  const source = sourceOf('gpurentalprices');
  const versions = await openDatedVersions({ source, from: top, now });
  const storedAs = [];
  for (const version of versions.all) storedAs.push(await storeVersion(system.db, source, version));
  expect(storedAs).toEqual(['changed', 'unchanged']);
  expect(await ask(databaseUrl, 'select count(*)::int as n from artifact')).toEqual([{ n: 1 }]);
  await system.run([]);
});

const readNames = (): readonly string[] =>
  JSON.parse(readFileSync(join(ownRecordings, 'replay.json'), 'utf8'))
    .filter(({ source }: { source: string }) => source === 'gpurentalprices')
    .map(({ file }: { file: string }) => file.split('/').at(-1));
