/** The trend of the price of compute. */
import { expect, test } from 'vitest';
import { trendCeiling } from './trend-ceiling.ts';

const halving = [
  { t: 2024, pricePerPflopHour: 1 },
  { t: 2025, pricePerPflopHour: 0.5 },
];

test('halving every year', () => {
  const trend = trendCeiling({ observations: halving, targetT: 2026, targetPflops: 10 });
  expect(trend.annualChange).toBeCloseTo(-0.5, 12);
  expect(trend.trendPricePerPflopHour).toBeCloseTo(0.25, 12);
  expect(trend.trendPricePerGpuHour).toBeCloseTo(2.5, 12);
});

test('points off the line average out', () => {
  const noisy = [
    { t: 0, pricePerPflopHour: 1 },
    { t: 1, pricePerPflopHour: 2 },
    { t: 1, pricePerPflopHour: 0.125 },
    { t: 2, pricePerPflopHour: 0.25 },
  ];
  expect(trendCeiling({ observations: noisy, targetT: 3 }).annualChange).toBeCloseTo(-0.5, 12);
});

test('one point, or one moment, makes no trend', () => {
  expect(() => trendCeiling({ observations: halving.slice(1), targetT: 1 })).toThrow(/at least 2, was 1/);
  const same = halving.map((point) => ({ ...point, t: 2024 }));
  expect(() => trendCeiling({ observations: same, targetT: 1 })).toThrow(/two different times/);
});
