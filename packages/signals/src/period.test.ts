/** A period without a year is the nearest one. */
import { describe, expect, it } from 'vitest';
import { addQuarters, forecastQuarter, nearestMonth, nearestQuarter, periodName, weekName } from './period.ts';

describe('periods', () => {
  it.each([
    [1, '2025-12-30', '1Q26'],
    [4, '2026-02-26', '4Q25'],
    [2, '2026-05-01', '2Q26'],
    [3, '2026-01-10', '3Q26'],
  ])('Q%d, printed on %s, is %s', (quarter, day, name) => {
    expect(periodName(nearestQuarter(quarter, `${day}T00:00:00.000Z`))).toBe(name);
  });

  it.each([
    ['2026-01-05', '1Q26'],
    ['2026-03-16', '1Q26'],
    ['2026-03-18', '2Q26'],
    ['2026-12-31', '1Q27'],
  ])('a forecast of %s is about %s', (day, name) => {
    expect(periodName(forecastQuarter(`${day}T00:00:00.000Z`))).toBe(name);
  });

  it.each([
    [12, '2026-01-05', '2025-12'],
    [1, '2025-12-05', '2026-01'],
  ])('month %d, printed on %s, is %s', (month, day, name) => {
    expect(periodName(nearestMonth(month, `${day}T00:00:00.000Z`))).toBe(name);
  });

  it.each([
    ['2024-11-06', '2024-W45'],
    ['2027-01-01', '2026-W53'],
    ['2026-01-01', '2026-W01'],
    ['2024-12-30', '2025-W01'],
  ])('%s is in %s', (day, week) => {
    expect(weekName(`${day}T12:00:00.000Z`)).toBe(week);
  });

  it('counts quarters across years', () => {
    expect(addQuarters({ kind: 'quarter', year: 2025, quarter: 4 }, 1)).toEqual({
      kind: 'quarter',
      year: 2026,
      quarter: 1,
    });
    expect(addQuarters({ kind: 'quarter', year: 2026, quarter: 1 }, -5)).toEqual({
      kind: 'quarter',
      year: 2024,
      quarter: 4,
    });
  });
});
