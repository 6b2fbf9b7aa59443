/** No setting that may hold a secret is ever said: by no process, page, table, message or export, whatever goes wrong. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openDb } from '@bandgap/db';
import { sources, variablesOf } from '@bandgap/sources';
import { parquetReadObjects } from 'hyparquet';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ownRecordings, runBandgap, startBandgap } from '../support/bandgap.ts';
import { oweMessages } from '../support/crossing.ts';
import { freshDatabase } from '../support/database.ts';
import { everyRow } from '../support/every-row.ts';
import { type Answer, startHttpReceiver } from '../support/http-receiver.ts';
import { startMailReceiver } from '../support/mail-receiver.ts';

const secret = 'CANARYc4n4ry';
const encoded = Buffer.from(secret.repeat(3)).toString('base64');

/** What hangs on an address is as secret as what is called so. */
const mayHoldSecrets = ['URL', 'SECRET', 'TOKEN', 'CHAT', 'KEY'];
const isPublic = ['BANDGAP_PUBLIC_URL'];

/** Each channel fails in a way of its own. */
const answers: Readonly<Record<string, Answer | 'cut'>> = {
  webhook: { status: 500 },
  slack: { status: 410 },
  discord: { status: 302, headers: { location: `/elsewhere/${secret}` } },
  teams: 'cut',
  mattermost: { status: 404 },
  ntfy: { status: 401 },
  apprise: { status: 204 },
};

/** Every setting with a secret in it; those of channels lead to `origin`. */
const planted = (origin: string, smtp: string): Readonly<Record<string, string>> => ({
  BANDGAP_API_TOKEN: `${secret}-read-token`,
  BANDGAP_WRITE_TOKEN: `${secret}-write-token`,
  BANDGAP_WEBHOOK_URL: `${origin}/webhook/${secret}`,
  BANDGAP_WEBHOOK_SECRET: `whsec_${encoded}`,
  BANDGAP_SLACK_WEBHOOK_URL: `${origin}/slack/${secret}`,
  BANDGAP_DISCORD_WEBHOOK_URL: `${origin}/discord/${secret}`,
  BANDGAP_TEAMS_WEBHOOK_URL: `${origin}/teams/${secret}`,
  BANDGAP_MATTERMOST_WEBHOOK_URL: `${origin}/mattermost/${secret}`,
  BANDGAP_NTFY_URL: `${origin}/ntfy/${secret}`,
  BANDGAP_NTFY_TOKEN: `tk_${secret}`,
  BANDGAP_SMTP_URL: `smtp://${secret}:${secret}@${smtp}`,
  BANDGAP_APPRISE_URL: `${origin}/apprise/${secret}`,
  ...Object.fromEntries(sources.flatMap((source) => variablesOf(source).map((name) => [name, secret]))),
});

/** Its messages go to one address in the world, so the process that sends has none to send. */
const telegram = { BANDGAP_TELEGRAM_TOKEN: `1:${secret}`, BANDGAP_TELEGRAM_CHAT: secret };
const unreachable = {
  DATABASE_URL: `postgres://bandgap:${secret}@127.0.0.1:1/none`,
  REDIS_URL: `redis://:${secret}@127.0.0.1:1`,
};

const plain = {
  BANDGAP_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
  BANDGAP_EMAIL_FROM: 'a@example.org',
  BANDGAP_EMAIL_TO: 'b@example.org',
};

const clean = (where: string, said: string) => {
  expect(said, where).not.toContain(secret);
  expect(said, where).not.toContain(encoded);
};

test('a secret is planted in every setting that can hold one', async () => {
  const text = await readFile(new URL('../../apps/cli/src/settings.ts', import.meta.url), 'utf8');
  const settings = [...text.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name);
  const able = settings.filter((name) => mayHoldSecrets.some((part) => name.split('_').includes(part)));
  expect(able.length).toBeGreaterThan(15);
  const all = { ...planted('', ''), ...telegram, ...unreachable };
  expect(able.filter((name) => !(name in all) && !isPublic.includes(name))).toEqual([]);
});

test('while messages fail, pages are read and data leave', async () => {
  const { origin, taken } = await startHttpReceiver(
    (_, { path }) => answers[path.split('/')[1] ?? ''] ?? { status: 500 },
  );
  const mail = await startMailReceiver({ login: { user: 'somebody', password: 'else' } });
  const DATABASE_URL = await freshDatabase();
  const environment = { ...planted(origin, `127.0.0.1:${mail.port}`), ...plain, DATABASE_URL, BANDGAP_PORT: '0' };
  const password = new URL(DATABASE_URL).password;
  expect(password.length).toBeGreaterThan(16);

  const db = openDb({ databaseUrl: DATABASE_URL, onError: () => undefined });
  await oweMessages(db.query, { channels: [...Object.keys(answers), 'email'] });
  const system = startBandgap(['up', '--replay', ownRecordings], environment);
  const url = (await system.line(/^dashboard: /)).replace('dashboard: ', '');
  await system.line(/^up to date/);
  const tried = () => new Set(taken.filter(({ path }) => path.includes(secret)).map(({ path }) => path.split('/')[1]));
  await vi.waitUntil(() => tried().size === Object.keys(answers).length, { timeout: 60_000 });
  const mailed = () => db.query.selectFrom('delivery').select('message').where('channel', '=', 'email').execute();
  await vi.waitUntil(async () => (await mailed()).some(({ message }) => message !== null), { timeout: 60_000 });
  await db.close();

  const Authorization = `Bearer ${secret}-read-token`;
  const paths = [
    '/',
    '/alerts',
    '/sources',
    '/changes',
    '/data',
    '/metrics',
    '/v1/alerts/rules',
    '/v1/alerts/transitions',
    '/v1/sources',
    '/v1/nothing',
  ];
  for (const path of paths) {
    const page = await fetch(new URL(path, url), { headers: { Authorization } });
    clean(path, JSON.stringify([...page.headers]) + (await page.text()));
  }
  const wrong = await fetch(new URL('/v1/figures', url), {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}` },
  });
  clean('a wrong token', await wrong.text());
  system.interrupt();
  const { stdout, stderr } = await system.ended;
  for (const said of [stdout, stderr]) {
    clean('up', said);
    expect(said).not.toContain(password);
  }
  expect(stdout + stderr).toMatch(/slack/);
  const rows = await everyRow(DATABASE_URL);
  expect(rows).toMatch(/^delivery .*"message":"/m);
  expect(rows).toMatch(/^disabled_channel .*"name":"slack"/m);
  clean('the database', rows);
  expect(rows).not.toContain(password);

  const directory = await mkdtemp(join(tmpdir(), 'bandgap-secrets-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const withTelegram = { ...environment, ...telegram };
  for (const args of [
    ['export', '--release', directory],
    ['export', 'sources'],
    ['alerts', 'test'],
    ['alerts', 'test', 'teams'],
    ['doctor'],
  ]) {
    const ended = await runBandgap(args, withTelegram);
    clean(args.join(' '), ended.stdout + ended.stderr);
    expect(ended.stdout + ended.stderr).not.toContain(password);
  }
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(20);
  for (const { parentPath, name } of files) clean(name, await contentOf(join(parentPath, name)));
}, 240_000);

/** What a file of a release says, unpacked. */
async function contentOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (path.endsWith('.gz')) return gunzipSync(bytes).toString();
  if (!path.endsWith('.parquet')) return bytes.toString();
  const file = new Uint8Array(bytes).buffer;
  return JSON.stringify(await parquetReadObjects({ file }), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

test('settings that are wrong are named, and stores that are out of reach', async () => {
  const spoilt = Object.fromEntries(
    Object.entries({ ...planted('nowhere', 'nowhere'), ...telegram, ...unreachable }).map(([name, value]) => [
      name,
      `::${value} \t`,
    ]),
  );
  const refused = await runBandgap(['doctor'], { ...spoilt, ...plain });
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('BANDGAP_SLACK_WEBHOOK_URL') });
  clean('wrong settings', refused.stdout + refused.stderr);

  for (const command of ['doctor', 'worker']) {
    const ended = await runBandgap([command], { ...unreachable, ...telegram });
    expect(ended.code).not.toBe(0);
    clean(command, ended.stdout + ended.stderr);
  }
  const noRedis = await runBandgap(['doctor'], {
    DATABASE_URL: await freshDatabase(),
    REDIS_URL: unreachable.REDIS_URL,
  });
  expect(noRedis.stdout).toContain('problem  queues');
  clean('no redis', noRedis.stdout + noRedis.stderr);
}, 120_000);
