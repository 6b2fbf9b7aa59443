/** A real server, through everything that happens to servers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { livePostmaster } from './postmaster-pid.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.ts';

const homes: string[] = [];
const servers: EmbeddedPostgres[] = [];
const log: string[] = [];

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'bandgap-test-'));
  chmodSync(home, 0o755);
  homes.push(home);
  return home;
}

/** Making a cluster takes most of a second, so the tests that need none of their own share this one. */
const sharedHome = newHome();

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ home: sharedHome, log: (line) => log.push(line), ...options });
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const pidOf = (server: EmbeddedPostgres) => livePostmaster(server.dataDirectory)?.pid;
const isDown = (server: EmbeddedPostgres) => expect(pidOf(server)).toBeUndefined();
const soon = { timeout: 10_000, interval: 25 };

test('keeps data and address from one start to the next, and says where they are', async () => {
  const first = await start();
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  isDown(first);

  const second = await start();
  expect(await query(second.url, 'select answer from kept')).toEqual([42]);
  expect(second).toMatchObject({ url: first.url, port: first.port, owned: true });
  expect(log.at(-1)).toContain(second.dataDirectory);
});

test('listens locally, in UTC, with a password in a private file', async () => {
  const server = await start();
  const settings = ['listen_addresses', 'unix_socket_directories', 'TimeZone', 'wal_level', 'max_wal_senders'];
  const values = settings.map((name) => `current_setting('${name}')`).join();
  expect(await query(server.url, `select ${values}`)).toEqual(['127.0.0.1', '', 'UTC', 'minimal', '0']);
  await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password');

  const passwordFile = statSync(join(dirname(server.dataDirectory), 'password'));
  expect(passwordFile.mode & 0o777).toBe(0o600);
});

test('two cold starts at once: one starts, one joins; when the first goes, the second takes over at the same address', async () => {
  const home = newHome();
  const [a, b] = await Promise.all([start({ home }), start({ home: relative(process.cwd(), home) })]);
  expect([a.owned, b.owned].sort()).toEqual([false, true]);
  expect(a.url).toBe(b.url);

  const [owner, guest] = a.owned ? [a, b] : [b, a];
  await owner.stop();
  await vi.waitFor(() => expect(guest.owned).toBe(true), soon);
  expect(await query(guest.url, 'select 1')).toEqual([1]);
});

test('a guest that comes by another path does not stop its host', async () => {
  const link = join(newHome(), 'link');
  symlinkSync(sharedHome, link);
  const owner = await start();
  const guest = await start({ home: link });
  expect(guest).toMatchObject({ url: owner.url, owned: false });
  await guest.stop();
  expect(await query(owner.url, 'select 1')).toEqual([1]);
});

test('a server killed with -9 comes back on its port with what was committed', async () => {
  const onRestart = vi.fn();
  const server = await start({ onRestart });
  await query(server.url, 'create table committed as select 42 as answer');
  const killed = pidOf(server) ?? 0;
  process.kill(killed, 'SIGKILL');

  await vi.waitFor(() => expect(onRestart).toHaveBeenCalledOnce(), soon);
  expect(pidOf(server)).not.toBe(killed);
  expect(await query(server.url, 'select answer from committed')).toEqual([42]);
  await server.stop();
  isDown(server);
});

test('stopping is final, and may be asked for twice', async () => {
  const server = await start();
  await Promise.all([server.stop(), server.stop()]);
  await setTimeout(600);
  isDown(server);
});

test.each([
  ['of a process that is gone', () => 4_000_000],
  ['whose id now belongs to a stranger', sleeperOfUser],
])('starts over a postmaster.pid %s', async (_, pidFor) => {
  const first = await start();
  await first.stop();
  const { dataDirectory, port } = first;
  const pid = pidFor(statSync(dataDirectory));
  const pidFile = [pid, dataDirectory, 1, port, '', '127.0.0.1', '', 'ready', ''].join('\n');
  writeFileSync(join(dataDirectory, 'postmaster.pid'), pidFile);

  const second = await start();
  expect(second.owned).toBe(true);
  expect(await query(second.url, 'select 1')).toEqual([1]);
});

function sleeperOfUser({ uid, gid }: { readonly uid: number; readonly gid: number }): number {
  const sleeper = spawn('sleep', ['60'], { uid, gid, cwd: '/', stdio: 'ignore' });
  onTestFinished(() => void sleeper.kill());
  return sleeper.pid ?? 0;
}

test('refuses the data of a version that is not here, and leaves them alone', async () => {
  const home = newHome();
  const dataDirectory = join(home, 'postgres', 'data');
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(join(dataDirectory, 'PG_VERSION'), '9.6\n');

  await expect(start({ home })).rejects.toThrow(`${dataDirectory} was written by PostgreSQL 9.6, which is not here`);
  expect(readFileSync(join(dataDirectory, 'PG_VERSION'), 'utf8')).toBe('9.6\n');
});

test('a server does not outlive a process that was killed with -9', async () => {
  const child = startInChildProcess();
  const [dataDirectory] = await once(createInterface({ input: child.stdout }), 'line');
  expect(livePostmaster(dataDirectory)?.status).toBe('ready');
  child.kill('SIGKILL');
  await vi.waitFor(() => expect(livePostmaster(dataDirectory)).toBeUndefined(), soon);
});

function startInChildProcess(): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> } {
  const script = `
    import { startEmbeddedPostgres } from '@bandgap/embedded-postgres';
    const { dataDirectory } = await startEmbeddedPostgres({ home: process.argv[1], log: () => {} });
    console.log(dataDirectory);
    setInterval(() => {}, 1000);`;
  const runsSources = ['--import', 'tsx', '--conditions=@bandgap/source', '--input-type=module'];
  return spawn(process.execPath, [...runsSources, '--eval', script, sharedHome], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
