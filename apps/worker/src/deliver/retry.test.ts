/** The times of attempts: spread by chance that is no chance, and given up in the end. */
import { daysBetween } from '@bandgap/core';
import { expect, test } from 'vitest';
import { attemptOf } from './retry.ts';

const now = '2026-12-01T00:00:00.000Z';
const failed = { kind: 'failed', reason: 'test answered 503' } as const;

const pauseMinutes = (id: string, before: number, sent: Parameters<typeof attemptOf>[0] = failed): number => {
  const attempt = attemptOf(sent, { id, before, now });
  if (attempt.kind !== 'failed') throw new Error(`expected another attempt, was ${attempt.kind}`);
  return daysBetween(now, attempt.nextAttemptAt) * 1440;
};

test.each([
  [0, 5 / 60],
  [1, 5],
  [2, 30],
  [8, 1440],
])('after %d failures the pause is within a fifth of %d minutes', (before, minutes) => {
  const pauses = Array.from({ length: 200 }, (_, number) => pauseMinutes(`msg_${number}`, before));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(minutes * 0.79);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(minutes * 1.21);
  expect(new Set(pauses).size).toBeGreaterThan(100);
});

test('the same message waits for the same time, wherever it is asked', () => {
  expect(pauseMinutes('msg_1', 3)).toBe(pauseMinutes('msg_1', 3));
});

test('a receiver that asks for longer gets it', () => {
  expect(pauseMinutes('msg_1', 0, { ...failed, retryAfterSeconds: 600 })).toBe(10);
});

test('the tenth failure is the last', () => {
  expect(attemptOf(failed, { id: 'msg_1', before: 9, now })).toEqual({
    kind: 'given_up',
    message: failed.reason,
    at: now,
  });
});
