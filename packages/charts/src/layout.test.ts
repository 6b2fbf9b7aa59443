/** Scales, ticks, text and places: the arithmetic under every chart. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stretches } from './dated.ts';
import { dayText, dayTicks, timeOf } from './day-ticks.ts';
import { spread } from './plane.ts';
import { percent, tickText, usd } from './price-text.ts';
import { scaleOver, ticksWithin } from './scale.ts';
import { textWidth, wrap } from './text-width.ts';

const price = fc.integer({ min: -1e8, max: 1e8 }).map((cents) => cents / 100);

test('a scale covers its values, from one tick to another', () => {
  fc.assert(
    fc.property(fc.array(price, { minLength: 1 }), fc.integer({ min: 3, max: 10 }), (values, count) => {
      const { min, max, step } = scaleOver(values, count);
      expect(min).toBeLessThanOrEqual(Math.min(...values));
      expect(max).toBeGreaterThanOrEqual(Math.max(...values));
      expect(max).toBeGreaterThan(min);
      expect((max - min) / step).toBeCloseTo(Math.round((max - min) / step), 6);
    }),
  );
});

test('ticks are the multiples between two ends', () => {
  expect(ticksWithin({ min: 46.3, max: 185 }, 50)).toEqual([50, 100, 150]);
  expect(ticksWithin({ min: 0, max: 0.8 }, 0.2)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
});

test('labels are moved apart, in their order, and stay between the ends', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }), (positions) => {
      const placed = spread(positions, 15, [0, 400]);
      const order = positions.map((_, index) => index).sort((a, b) => positions[a]! - positions[b]!);
      const sorted = order.map((index) => placed[index]!);
      for (const [index, at] of sorted.entries()) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(400);
        if (index > 0) expect(at - sorted[index - 1]!).toBeGreaterThanOrEqual(15);
      }
    }),
  );
});

describe('days', () => {
  const texts = (from: string, to: string, most: number) => {
    const { times, text } = dayTicks(timeOf(from), timeOf(to), most);
    return times.map(text);
  };
  test('few days are all named', () => {
    expect(texts('2026-12-30', '2027-01-02', 12)).toEqual(['30 Dec\n2026', '31 Dec', '1 Jan\n2027', '2 Jan']);
  });
  test('months stand at their first day', () => {
    expect(texts('2026-09-15', '2027-02-03', 6)).toEqual(['Oct\n2026', 'Nov', 'Dec', 'Jan\n2027', 'Feb']);
  });
  test('there are never more ticks than asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 2, max: 12 }), (days, most) => {
        const from = timeOf('2020-02-29');
        expect(dayTicks(from, from + days * 86_400_000, most).times.length).toBeLessThanOrEqual(most);
      }),
    );
  });
  test('are written out', () => expect(dayText('2026-11-01')).toBe('1 Nov 2026'));
  test('are refused where they are none', () => expect(() => timeOf('soon')).toThrow(/expected a day as YYYY-MM-DD/));
});

test('a line breaks at a missing value, and where a week passed without one', () => {
  const on = (day: string, value: number | null = 1) => ({ day, value });
  const days = ['2026-01-01', '2026-01-02', '2026-01-09', '2026-01-17', '2026-01-18'];
  expect(stretches(days.map((day) => on(day))).map((part) => part.length)).toEqual([3, 2]);
  expect(stretches([on('2026-01-01'), on('2026-01-02', null), on('2026-01-03')]).map((part) => part.length)).toEqual([
    1, 1,
  ]);
  expect(stretches([on('2026-01-01', null)])).toEqual([]);
});

test('prices carry as many decimals as they deserve', () => {
  expect([0, 4.92, 92_536.3, 0.55, 0.0125, 0.00042, -1.5].map(usd)).toEqual([
    '$0.00',
    '$4.92',
    '$92,536',
    '$0.55',
    '$0.013',
    '$0.0004',
    '−$1.50',
  ]);
  expect(percent(0.156)).toBe('15.6 %');
  expect(tickText(2)(14)).toBe('$14');
  expect(tickText(0.5)(2)).toBe('$2.00');
  expect(tickText(0.025)(2)).toBe('$2.000');
});

test('text is broken between words', () => {
  const text = 'Each line is one project IRR; the bold line is the minimum an operator accepts';
  const rows = wrap(text, 200);
  expect(rows.join(' ')).toBe(text);
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(textWidth(row)).toBeLessThanOrEqual(200);
});
