/** A printed date becomes a day. */
import { describe, expect, it } from 'vitest';
import { lastDayOf } from './reference-date.ts';

describe('lastDayOf', () => {
  it.each([
    ['2026-05-01', '2026-05-01'],
    ['2024-02', '2024-02-29'],
    ['2025-12', '2025-12-31'],
    ['1Q26', '2026-03-31'],
    ['4Q26', '2026-12-31'],
  ])('%s is %s', (date, day) => {
    expect(lastDayOf(date)).toBe(day);
  });

  it.each(['2026', '2026-13', '5Q26', 'May 2026', ''])('refuses %o', (date) => {
    expect(() => lastDayOf(date)).toThrow(RangeError);
  });
});
