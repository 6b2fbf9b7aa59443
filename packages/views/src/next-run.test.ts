/** Schedules of the registry, and the instants they name. */
import { sources } from '@bandgap/sources';
import { expect, test } from 'vitest';
import { nextRun } from './next-run.ts';

const now = '2026-11-20T06:31:00.000Z';

test.each([
  ['7 * * * *', '2026-11-20T07:07:00.000Z'],
  ['31 */6 * * *', '2026-11-20T12:31:00.000Z'],
  ['10 1-23/6 * * *', '2026-11-20T07:10:00.000Z'],
  ['40 23 * * *', '2026-11-20T23:40:00.000Z'],
  ['10 4 * * *', '2026-11-21T04:10:00.000Z'],
  ['30 10,12 * * 1-5', '2026-11-20T10:30:00.000Z'],
  ['20 13 * * 2,3', '2026-11-24T13:20:00.000Z'],
  ['0 0 1 1 *', '2027-01-01T00:00:00.000Z'],
  ['0 0 29 2 *', '2028-02-29T00:00:00.000Z'],
  ['0 0 30 2 *', undefined],
])('%s is next due at %s', (schedule, at) => {
  expect(nextRun(schedule, now)).toBe(at);
});

test('every source of the registry is due again', () => {
  expect(sources.filter(({ schedule }) => nextRun(schedule, now) === undefined)).toEqual([]);
});
