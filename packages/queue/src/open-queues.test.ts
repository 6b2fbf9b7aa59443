/** What the queues promise while all is well. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Contract, contracts } from './contracts.ts';
import { FinalError } from './final-error.ts';
import { openQueues } from './open-queues.ts';
import { noteCauses, onEveryStore, soon } from './test-bench.ts';
import { testStores } from './test-stores.ts';

const { evaluate } = contracts;
/** The same queue, quicker to try again. */
const hasty = { ...evaluate, attempts: 3, backoffMs: 100 };

onEveryStore('queues', ({ open, errors }) => {
  test('what is rung is worked', async () => {
    const bell = await open();
    const worked: unknown[] = [];
    bell.work(contracts.fetch, { concurrency: 1, run: async (...given) => void worked.push(given) });
    const payload = { sourceId: 'sec-edgar', slot: '2026-05-01T00:30:00.000Z' };
    expect(await bell.ring(contracts.fetch, payload)).toBe(true);
    await expect.poll(() => worked, soon).toEqual([[payload, { number: 1, last: false }]]);
    expect(errors()).toEqual([]);
  });

  test('the same key is one job, also once it is done; again makes it another', async () => {
    const bell = await open();
    for (const _twice of [1, 2]) expect(await bell.ring(evaluate, { cause: 'a' })).toBe(true);
    expect((await bell.counts()).evaluate).toEqual({ waiting: 1, active: 0, delayed: 0, failed: 0 });
    const causes = noteCauses(bell);
    await expect.poll(() => causes, soon).toEqual(['a']);
    await bell.ring(evaluate, { cause: 'a' });
    await bell.ring(evaluate, { cause: 'a' }, { again: '2026-05-01T00:30:00.000Z' });
    await bell.ring(evaluate, { cause: 'last' });
    await expect.poll(() => causes, soon).toEqual(['a', 'a', 'last']);
  });

  test('a failure is tried again, later each time, and the last attempt knows that it is', async () => {
    const bell = await open();
    const attempts: { number: number; last: boolean; at: number }[] = [];
    bell.work(hasty, {
      concurrency: 1,
      run: async (_payload, attempt) => {
        attempts.push({ ...attempt, at: performance.now() });
        throw new Error(`no luck ${attempt.number}`);
      },
    });
    await bell.ring(hasty, { cause: 'a' });
    await expect.poll(async () => (await bell.counts()).evaluate.failed, soon).toBe(1);
    expect(attempts.map(({ number, last }) => [number, last])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    const [first = 0, second = 0, third = 0] = attempts.map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(49);
    expect(third - second).toBeGreaterThanOrEqual(99);
    const told = [1, 2, 3].map((number) => `work evaluate evaluate.a: Error: no luck ${number}`);
    expect(errors()).toEqual(told);
  });

  test('a final error is not tried again', async () => {
    const bell = await open();
    let attempts = 0;
    bell.work(hasty, {
      concurrency: 1,
      run: async () => {
        attempts += 1;
        throw new FinalError('hopeless');
      },
    });
    await bell.ring(hasty, { cause: 'a' });
    await expect.poll(async () => (await bell.counts()).evaluate.failed, soon).toBe(1);
    await delay(300);
    expect(attempts).toBe(1);
    expect(errors()).toEqual(['work evaluate evaluate.a: FinalError: hopeless']);
  });

  test('a payload that is not what the contract says is neither rung nor worked', async () => {
    const bell = await open();
    const loose: Contract<{ cause: string; when?: number }> = {
      ...evaluate,
      payload: z.looseObject({ cause: z.string() }),
      key: () => 'loose',
    };
    expect(await bell.ring(evaluate, { cause: 'a b' })).toBe(false);
    expect(errors()[0]).toMatch(/^ring evaluate: .*cause/s);
    const causes = noteCauses(bell, hasty);
    expect(await bell.ring(loose, { cause: 'a', when: 1 })).toBe(true);
    await expect.poll(async () => (await bell.counts()).evaluate.failed, soon).toBe(1);
    expect(errors()[1]).toMatch(/^work evaluate loose: FinalError: .*when.*, was {.*"cause":"a"/s);
    expect(causes).toEqual([]);
  });

  test('a job id that a store would refuse is not rung', async () => {
    const bell = await open();
    expect(await bell.ring(evaluate, { cause: 'a' }, { again: 'ä' })).toBe(false);
    expect(errors()).toEqual([expect.stringMatching(/^ring evaluate: RangeError: .*was evaluate.a.ä$/)]);
  });

  test('a delayed job waits', async () => {
    const bell = await open();
    const causes = noteCauses(bell);
    const start = performance.now();
    await bell.ring(evaluate, { cause: 'late' }, { delayMs: 400 });
    expect((await bell.counts()).evaluate.delayed).toBe(1);
    await expect.poll(() => causes, soon).toEqual(['late']);
    expect(performance.now() - start).toBeGreaterThanOrEqual(399);
  });

  test('as many jobs run at a time as allowed', async () => {
    const bell = await open();
    let now = 0;
    let most = 0;
    let done = 0;
    bell.work(evaluate, {
      concurrency: 3,
      run: async () => {
        now += 1;
        most = Math.max(most, now);
        await delay(100);
        now -= 1;
        done += 1;
      },
    });
    for (let i = 0; i < 9; i += 1) await bell.ring(evaluate, { cause: `n${i}` });
    await expect.poll(() => done, soon).toBe(9);
    expect(most).toBe(3);
  });

  test('two workers share the work', async () => {
    const bell = await open();
    const shares: readonly string[][] = [[], []];
    for (const share of shares) {
      const run = async ({ cause }: { cause: string }) => {
        share.push(cause);
        await delay(50);
      };
      (await open()).work(evaluate, { concurrency: 1, run });
    }
    const causes = Array.from({ length: 10 }, (_, i) => `n${i}`);
    for (const cause of causes) await bell.ring(evaluate, { cause });
    await expect.poll(() => shares.flat().sort(), soon).toEqual(causes);
    expect(Math.min(...shares.map((share) => share.length))).toBeGreaterThan(0);
  });
});

describe('openQueues', () => {
  const nowhere = '127.0.0.1:1';

  test('rejects where PostgreSQL is out of reach', async () => {
    const opening = openQueues({ databaseUrl: `postgres://${nowhere}/x`, onError: () => {} });
    await expect(opening).rejects.toThrow('ECONNREFUSED');
  });

  test('leaves the options in a database URL alone', async () => {
    const [postgres] = testStores;
    const { link, urls, remove } = await (await postgres.start()).fresh();
    const databaseUrl = `${urls.databaseUrl}?options=-c%20statement_timeout%3D5000`;
    const bell = await openQueues({ databaseUrl, onError: () => {} });
    expect(await bell.ring(evaluate, { cause: 'a' })).toBe(true);
    await bell.close();
    await link.cut();
    await remove();
  });

  test('opens without Redis, to ring when it comes', async () => {
    const databaseUrl = 'postgres://nobody.invalid/';
    const told: string[] = [];
    const onError = (where: string) => void told.push(where);
    const bell = await openQueues({ redisUrl: `redis://${nowhere}`, databaseUrl, onError });
    expect(told).toEqual(['redis']);
    bell.work(evaluate, { concurrency: 1, run: async () => {} });
    expect(bell.kind).toBe('redis');
    expect(await bell.ring(evaluate, { cause: 'a' })).toBe(false);
    await expect(bell.counts()).rejects.toThrow('expected redis in reach, was not');
    const start = performance.now();
    await bell.close();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
