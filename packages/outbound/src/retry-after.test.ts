/** Seconds, dates and nonsense in Retry-After. */
import { expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const date = 'Fri, 01 May 2026 00:00:00 GMT';

test.each([
  ['0', 0],
  ['120', 120],
  ['3600', 3600],
  ['99999999999', 3600],
  ['Fri, 01 May 2026 00:02:00 GMT', 120],
  ['Friday, 01-May-26 00:02:00 GMT', 120],
  ['Thu, 30 Apr 2026 23:00:00 GMT', 0],
  ['Fri, 01 Jan 2100 00:00:00 GMT', 3600],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['2026-05-01', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j is %j seconds', (retryAfter, seconds) => {
  expect(retryAfterSeconds({ retryAfter, date })).toBe(seconds);
});

test('without a Date header the date is by our own clock', () => {
  const retryAfter = new Date(Date.now() + 60_000).toUTCString();
  expect(retryAfterSeconds({ retryAfter, date: undefined })).toBeOneOf([59, 60, 61]);
});
