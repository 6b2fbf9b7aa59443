/** Where the data go: into the home, unless root's unprivileged server could not reach them there. */
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeCluster } from './place-cluster.ts';
import { isRoot } from './server-user.ts';

let parent: string;
let log: string[];
let remains: string[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'bandgap-test-'));
  log = [];
  remains = [parent];
});
afterEach(() => {
  for (const directory of remains) rmSync(directory, { recursive: true, force: true });
});

async function placed(name: string): Promise<string> {
  const { cluster } = await placeCluster(join(parent, name), (line) => log.push(line));
  if (!cluster.directory.startsWith(parent)) remains.push(dirname(cluster.directory));
  return cluster.directory;
}

test('in the home, where every user may pass', async () => {
  chmodSync(parent, 0o755);
  expect(await placed('home')).toBe(join(parent, 'home', 'postgres'));
  expect(log).toEqual([]);
});

test.skipIf(isRoot())('in the home, whoever may pass, when we serve it ourselves', async () => {
  chmodSync(parent, 0o700);
  expect(await placed('home')).toBe(join(parent, 'home', 'postgres'));
});

describe.runIf(isRoot())('as root, in a home that only root may enter', () => {
  beforeEach(() => chmodSync(parent, 0o700));

  test('in a place of its own for each home, the same every time, and says so', async () => {
    const first = await placed('one');
    expect(first).toMatch(/^\/var\/tmp\/bandgap-[0-9a-f]{12}\/postgres$/);
    expect(log).toEqual([expect.stringContaining(dirname(first))]);
    expect(await placed('one')).toBe(first);
    expect(await placed('another')).not.toBe(first);
  });

  test('in a directory that is passed over when temporary files are cleaned', async () => {
    const { uid, mode } = lstatSync(dirname(await placed('one')));
    expect([uid, mode & 0o777]).toEqual([0, 0o555]);
  });

  test('does not begin anew beside data that cannot be reached', async () => {
    const existing = join(parent, 'one', 'postgres', 'data');
    mkdirSync(existing, { recursive: true });
    writeFileSync(join(existing, 'PG_VERSION'), '18\n');
    await expect(placed('one')).rejects.toThrow(`cannot enter ${existing}`);
  });
});
