/** Two ingests and two workers, each a process of its own, on one PostgreSQL and one Redis: the same tables as one process alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ownRecordings, runBandgap, startBandgap } from '../support/bandgap.ts';
import { freshDatabase } from '../support/database.ts';
import { differences, dump } from '../support/dump.ts';
import { startReceiver } from '../support/receiver.ts';
import { haveRedis, startRedis } from '../support/redis.ts';

const patienceMs = 60_000;

test.skipIf(!haveRedis)(
  'two ingests and two workers, one of each killed on the way (skipped without redis-server)',
  async () => {
    const { environment, received } = await startReceiver();
    const alone = await freshDatabase('empty');
    const { code, stderr } = await runBandgap(['up', '--once', '--replay', ownRecordings], {
      ...environment,
      DATABASE_URL: alone,
    });
    expect(code, stderr).toBe(0);
    const expected = await dump(alone);
    const crossings = new Set(received.splice(0).map(({ id }) => id));

    const DATABASE_URL = await freshDatabase();
    const { url } = await startRedis();
    const shared = { ...environment, DATABASE_URL, REDIS_URL: url, BANDGAP_ENABLE: 'dramexchange' };
    const ingest = () => startBandgap(['ingest', '--replay', ownRecordings], shared);
    const worker = () => startBandgap(['worker'], shared);
    const running = [ingest(), worker(), ingest(), worker()];
    await sleep(2_500);
    for (const unlucky of running.slice(0, 2)) unlucky.killGroup();

    const giveUpAt = performance.now() + patienceMs;
    let left = differences(expected, await dump(DATABASE_URL));
    while (left.length > 0 && performance.now() < giveUpAt) {
      await sleep(500);
      left = differences(expected, await dump(DATABASE_URL));
    }
    expect(left).toEqual([]);
    while (new Set(received.map(({ id }) => id)).size < crossings.size && performance.now() < giveUpAt)
      await sleep(200);
    expect(new Set(received.map(({ id }) => id))).toEqual(crossings);
  },
  120_000,
);
