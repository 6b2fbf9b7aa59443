/** Killed at random moments while it sends, a worker loses no message, and repeats one only with its id. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { oweMessages } from '../support/crossing.ts';
import { openFreshDatabase } from '../support/database.ts';
import { startHttpReceiver } from '../support/http-receiver.ts';

const program = fileURLToPath(new URL('../support/delivering.mjs', import.meta.url));
const messages = 100;
const kills = 6;

test(`${kills} kills while ${messages} messages are owed`, async () => {
  const { taken, origin } = await startHttpReceiver(() => ({ status: 204 }));
  const db = await openFreshDatabase();
  const owed: string[] = [];
  for (let rule = 0; rule < messages; rule += 1)
    owed.push(...(await oweMessages(db.query, { channels: ['webhook'], rule: `rule-${rule}` })));

  const start = (run: number) => {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [program], {
      env: {
        PATH,
        DATABASE_URL: db.databaseUrl,
        RECEIVER: origin,
        SECRET: `whsec_${Buffer.alloc(32).toString('base64')}`,
        MINUTES: String(run),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return { child, ended: new Promise<number | null>((resolve) => child.once('close', resolve)) };
  };

  let hits = 0;
  for (let run = 0; run < kills; run += 1) {
    const before = taken.length;
    const { child, ended } = start(run);
    let hasEnded = false;
    void ended.then(() => {
      hasEnded = true;
    });
    while (taken.length === before && !hasEnded) await sleep(1);
    await sleep(Math.random() * 60);
    if (!hasEnded) hits += 1;
    child.kill('SIGKILL');
    await ended;
  }
  expect(await start(kills).ended).toBe(0);

  const ids = taken.map(({ headers }) => headers['webhook-id'] ?? '');
  expect([...new Set(ids)].toSorted()).toEqual(owed.toSorted());
  expect(ids.length - owed.length).toBeLessThanOrEqual(hits);
  expect(hits).toBeGreaterThan(0);
}, 240_000);
