/** What the queues promise when workers are killed and stores go away. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contracts } from './contracts.ts';
import { noteCauses, onEveryStore, soon } from './test-bench.ts';

const { evaluate } = contracts;
const workerProcess = fileURLToPath(new URL('test-worker-process.ts', import.meta.url));

onEveryStore('queues in trouble', ({ open, store, errors }) => {
  test('close waits for the job at work, and takes no other', async () => {
    const bell = await open();
    const done: string[] = [];
    let started = 0;
    bell.work(evaluate, {
      concurrency: 1,
      run: async ({ cause }) => {
        started += 1;
        await delay(300);
        done.push(cause);
      },
    });
    await bell.ring(evaluate, { cause: 'a' });
    await bell.ring(evaluate, { cause: 'b' });
    await expect.poll(() => started, soon).toBe(1);
    await Promise.all([bell.close(), bell.close()]);
    expect([done, started]).toEqual([['a'], 1]);
    expect((await (await open()).counts()).evaluate).toMatchObject({ waiting: 1, active: 0 });
    expect(await bell.ring(evaluate, { cause: 'c' })).toBe(false);
  });

  test('a job whose worker is killed goes to another, again and again', async () => {
    const lockMs = 500;
    const bell = await open(lockMs);
    await bell.ring(evaluate, { cause: 'a' });
    for (const _kill of [1, 2]) {
      const child = spawn(process.execPath, ['--import', 'tsx', workerProcess], {
        env: { ...process.env, STORE: JSON.stringify({ ...store().urls, lockMs }) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [said] = await once(child.stdout, 'data');
      expect(String(said)).toBe('a\n');
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const causes = noteCauses(bell);
    await expect.poll(() => causes, soon).toEqual(['a']);
  });

  test('while the store is out of reach a ring says so at once, and afterwards everything goes on', async () => {
    const bell = await open();
    const causes = noteCauses(bell);
    await store().link.cut();
    const start = performance.now();
    expect(await bell.ring(evaluate, { cause: 'lost' })).toBe(false);
    await expect(bell.counts()).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(2000);
    expect(errors().filter((error) => error.startsWith('ring evaluate: '))).toHaveLength(1);
    await delay(500);
    await store().link.mend();
    await expect.poll(() => bell.ring(evaluate, { cause: 'found' }), soon).toBe(true);
    await expect.poll(() => causes, soon).toEqual(['found']);
  });

  test('wiped queues go on', async () => {
    const bell = await open();
    const causes: string[] = [];
    let release = () => {};
    bell.work(evaluate, {
      concurrency: 1,
      run: async ({ cause }) => {
        causes.push(cause);
        if (cause === 'held') await new Promise<void>((resolve) => (release = resolve));
      },
    });
    await bell.ring(evaluate, { cause: 'a' });
    await expect.poll(() => causes, soon).toEqual(['a']);
    await store().wipe();
    await bell.ring(evaluate, { cause: 'held' });
    await expect.poll(() => causes, soon).toEqual(['a', 'held']);
    await store().wipe();
    release();
    await bell.ring(evaluate, { cause: 'a' });
    await expect.poll(() => causes, soon).toEqual(['a', 'held', 'a']);
  });

  test('close ends while the store is out of reach, once the job at work has', async () => {
    const bell = await open();
    const done: string[] = [];
    let started = 0;
    bell.work(evaluate, {
      concurrency: 1,
      run: async ({ cause }) => {
        started += 1;
        await delay(300);
        done.push(cause);
      },
    });
    await bell.ring(evaluate, { cause: 'a' });
    await expect.poll(() => started, soon).toBe(1);
    await store().link.cut();
    const start = performance.now();
    await bell.close();
    expect(done).toEqual(['a']);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('close ends when the store goes out of reach meanwhile', async () => {
    const bell = await open();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let started = 0;
    bell.work(evaluate, {
      concurrency: 1,
      run: () => {
        started += 1;
        return held;
      },
    });
    await bell.ring(evaluate, { cause: 'a' });
    await expect.poll(() => started, soon).toBe(1);
    const closed = bell.close();
    await delay(50);
    await store().link.cut();
    release();
    const start = performance.now();
    await closed;
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('a worker that begins while the store is out of reach begins when it is back', async () => {
    const bell = await open();
    await store().link.cut();
    const causes = noteCauses(bell);
    expect(await bell.ring(evaluate, { cause: 'lost' })).toBe(false);
    await delay(500);
    await store().link.mend();
    await expect.poll(() => bell.ring(evaluate, { cause: 'found' }), soon).toBe(true);
    await expect.poll(() => causes, soon).toEqual(['found']);
  });
});
