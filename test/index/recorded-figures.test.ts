/** What the index says of the recorded days of gpurentalprices.com, from how many owners and within which band. */
import { sourceById } from '@bandgap/sources';
import { describe, expect, test } from 'vitest';
import { haveSharedRecordings } from '../support/recordings.ts';
import { fixingOn, judgedDays, mean } from './recorded-days.ts';

const source = sourceById('gpurentalprices');
const days = haveSharedRecordings && source !== undefined ? judgedDays(source) : [];
const skipped = haveSharedRecordings ? '' : ' (skipped: recordings are absent)';

const fixings = (gpu: string, month: string) =>
  days.flatMap(({ day, offers }) => {
    if (!day.startsWith(month)) return [];
    const { pricePerGpuHour: level, low, high, n, confidence } = fixingOn(day, offers, gpu);
    return level === null || low === null || high === null ? [] : [{ day, level, low, high, n, confidence }];
  });

const summary = (gpu: string, month: string) => {
  const found = fixings(gpu, month);
  const cents = (of: 'level' | 'low' | 'high') => Number(mean(found.map((fixing) => fixing[of])).toFixed(2));
  const owners = found.map(({ n }) => n);
  return {
    level: cents('level'),
    low: cents('low'),
    high: cents('high'),
    n: [Math.min(...owners), Math.max(...owners)],
  };
};

describe.skipIf(!haveSharedRecordings)(`neocloud indices, on demand${skipped}`, () => {
  test.each([
    ['h100', '2026-07', { level: 3.1, low: 3.02, high: 3.18, n: [9, 16] }],
    ['h100', '2026-08', { level: 3.29, low: 3.21, high: 3.37, n: [16, 16] }],
    ['h200', '2026-08', { level: 4.37, low: 4.3, high: 4.43, n: [11, 11] }],
    ['b200', '2026-08', { level: 6.59, low: 6.42, high: 6.77, n: [8, 8] }],
    ['b300', '2026-08', { level: 7.92, low: 7.67, high: 8.14, n: [7, 7] }],
    ['a100-80', '2026-08', { level: 1.89, low: 1.76, high: 2.02, n: [11, 11] }],
    ['mi300x', '2026-08', { level: 2.78, low: 2.57, high: 2.99, n: [4, 4] }],
  ])('%s in %s', (gpu, month, expected) => expect(summary(gpu, month)).toEqual(expected));

  test.each([
    ['h100', 3.33, 3.24, 3.41, 16, 'ok'],
    ['h200', 4.4, 4.33, 4.47, 11, 'ok'],
    ['b200', 6.71, 6.55, 6.86, 8, 'ok'],
    ['mi300x', 2.79, 2.59, 2.99, 4, 'low'],
  ])('%s on 2026-08-09', (gpu, level, low, high, n, confidence) => {
    const last = fixings(gpu, '2026-08-09')[0];
    expect(last).toMatchObject({ n, confidence });
    expect([last?.level, last?.low, last?.high].map((price) => price?.toFixed(2))).toEqual(
      [level, low, high].map((price) => price.toFixed(2)),
    );
  });

  test('a price that nobody confirms any more fades: with Vultr, carried for ten days, July would be at 3.07', () => {
    const carried = days.flatMap(({ day, offers }) => {
      const counted = ['2026-07-08', '2026-07-17'].map((each) => each <= day);
      return counted[0] && !counted[1] ? [fixingOn(day, offers, 'h100')] : [];
    });
    const weights = carried.map(({ constituents }) => constituents.find(({ owner }) => owner === 'vultr')?.weight ?? 0);
    expect(weights).toEqual([1, 1, 0.5, 0.5, 0.5, 0.5, 0, 0, 0]);
  });

  test('GB200 and GB300 have too few sellers for a value', () => {
    expect([fixings('gb200', '2026'), fixings('gb300', '2026')]).toEqual([[], []]);
  });
});
