/** Turns per host, on a fake clock. */
import { expect, test } from 'vitest';
import { politeness } from './politeness.ts';

/** A clock that moves only when somebody sleeps. */
function fakePace(intervalMs: number) {
  let time = 0;
  return {
    intervalMs,
    now: () => time,
    sleep: async (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

test('starts on one host are an interval apart, in the order asked', async () => {
  const pace = fakePace(1000);
  const politely = politeness(pace);
  const starts: string[] = [];
  const visit = (name: string) => politely('a.example', async () => starts.push(`${name}@${pace.now()}`));
  await Promise.all([visit('one'), visit('two'), visit('three')]);
  expect(starts).toEqual(['one@0', 'two@1000', 'three@2000']);
});

test('a slow task delays the next, which then need not wait again', async () => {
  const pace = fakePace(1000);
  const politely = politeness(pace);
  const slow = politely('a.example', () => pace.sleep(5000));
  const next = politely('a.example', async () => pace.now());
  await slow;
  expect(await next).toBe(5000);
});

test('hosts do not wait for each other', async () => {
  const politely = politeness(fakePace(1000));
  const forever = new Promise(() => {});
  void politely('stuck.example', () => forever);
  expect(await politely('free.example', async () => 'served')).toBe('served');
});

test('a failure reaches its own caller only', async () => {
  const politely = politeness(fakePace(0));
  const failing = politely('a.example', () => Promise.reject(new Error('down')));
  const next = politely('a.example', async () => 'served');
  await expect(failing).rejects.toThrow('down');
  expect(await next).toBe('served');
});
