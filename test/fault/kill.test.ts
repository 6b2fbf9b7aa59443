/** Killed again and again at random moments, a replay ends as if nothing had happened: nothing lost, nothing doubled, every alert told. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { ownRecordings, runBandgap, startBandgap } from '../support/bandgap.ts';
import { freshDatabase } from '../support/database.ts';
import { type Dump, differences, dump } from '../support/dump.ts';
import { startReceiver } from '../support/receiver.ts';
import { haveRedis, startRedis } from '../support/redis.ts';

const replay = ['up', '--once', '--replay', ownRecordings];
const rounds = 5;
const killsPerRound = 10;
/** From before the database is open to well into the evaluation. */
const latestKillMs = 3_000;

type Environment = Readonly<Record<string, string>>;

/** What the tables say after one undisturbed run. */
async function undisturbed(environment: Environment): Promise<Dump> {
  const DATABASE_URL = await freshDatabase('empty');
  const { code, stderr } = await runBandgap(replay, { ...environment, DATABASE_URL });
  expect(code, stderr).toBe(0);
  return dump(DATABASE_URL);
}

/** Kills the whole process group at a random moment, the given number of times, and then lets one run end by itself. */
async function killRepeatedly(
  environment: Environment,
  disturb: () => Promise<unknown> = async () => undefined,
): Promise<number> {
  let hit = 0;
  for (let kill = 0; kill < killsPerRound; kill += 1) {
    const running = startBandgap(replay, environment);
    const moment = Math.random() * latestKillMs;
    const outcome = await Promise.race([running.ended, sleep(moment).then(() => 'kill' as const)]);
    if (outcome === 'kill') {
      hit += 1;
      await disturb();
      running.killGroup();
      await running.ended;
    }
  }
  const { code, stderr } = await runBandgap(replay, environment);
  expect(code, stderr).toBe(0);
  return hit;
}

describe('kill -9 of the whole process group', () => {
  test(`${rounds * killsPerRound} times, with the queues in PostgreSQL`, async () => {
    const { received, environment } = await startReceiver();
    const expected = await undisturbed(environment);
    const crossings = new Set(received.map(({ id }) => id));
    expect(crossings.size).toBe(4);
    let hits = 0;
    for (let round = 0; round < rounds; round += 1) {
      received.length = 0;
      const DATABASE_URL = await freshDatabase('empty');
      hits += await killRepeatedly({ ...environment, DATABASE_URL });
      expect(differences(expected, await dump(DATABASE_URL))).toEqual([]);
      expect(new Set(received.map(({ id }) => id))).toEqual(crossings);
    }
    expect(hits).toBeGreaterThan(rounds * 3);
  }, 300_000);

  test.skipIf(!haveRedis)(
    `${2 * killsPerRound} times, with the queues in Redis, emptied each time (skipped without redis-server)`,
    async () => {
      const { url, client } = await startRedis();
      const { received, environment } = await startReceiver();
      const expected = await undisturbed(environment);
      const crossings = new Set(received.map(({ id }) => id));
      for (let round = 0; round < 2; round += 1) {
        received.length = 0;
        const DATABASE_URL = await freshDatabase('empty');
        await killRepeatedly({ ...environment, DATABASE_URL, REDIS_URL: url }, () => client.flushall());
        expect(differences(expected, await dump(DATABASE_URL))).toEqual([]);
        expect(new Set(received.map(({ id }) => id))).toEqual(crossings);
      }
    },
    300_000,
  );

  test('doubles rows where the unique keys are gone, so the tests above can fail', async () => {
    const { environment } = await startReceiver();
    const expected = await undisturbed(environment);
    const DATABASE_URL = await freshDatabase();
    await dropKeys(DATABASE_URL);
    await killRepeatedly({ ...environment, DATABASE_URL });
    expect(differences(expected, await dump(DATABASE_URL))).not.toEqual([]);
  }, 120_000);
});

async function dropKeys(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (const [table, key] of [
    ['run', 'run_once'],
    ['run_input', 'run_input_once'],
    ['alert_transition', 'alert_transition_once'],
    ['delivery', 'delivery_once'],
    ['observation', 'observation_once'],
    ['capture', 'capture_once'],
  ]) {
    await client.query(`alter table ${table} drop constraint ${key} cascade`);
  }
  await client.end();
}
