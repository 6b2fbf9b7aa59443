/** Each distribution has the mean, the spread and the ends that theory gives it. */
import { describe, expect, test } from 'vitest';
import { type Distribution, draw } from './distribution.ts';
import { randomFrom } from './random.ts';

const COUNT = 200_001;
const moments = (numbers: Float64Array) => {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
  return {
    mean,
    deviation: Math.sqrt(variance),
    low: Math.min(...sample(numbers)),
    high: Math.max(...sample(numbers)),
  };
};
const sample = (numbers: Float64Array) => numbers.subarray(0, 50_000);

describe('mean and standard deviation', () => {
  test.each([
    [{ kind: 'uniform', low: 2, high: 8 }, 5, 6 / Math.sqrt(12)],
    [{ kind: 'integer', low: 0, high: 9 }, 4.5, Math.sqrt(99 / 12)],
    [{ kind: 'triangular', low: 0, mode: 1, high: 5 }, 2, Math.sqrt((25 + 1 - 5) / 18)],
    [{ kind: 'triangular', low: 0.9, mode: 1, high: 1 }, 2.9 / 3, Math.sqrt(0.01 / 18)],
    [{ kind: 'lognormal', median: 38.1, sigma: 0.08 }, 38.1 * Math.exp(0.0032), 38.1 * 0.0804],
  ] as const)('%j', (distribution: Distribution, mean, deviation) => {
    const found = moments(draw(distribution, COUNT, randomFrom(3)));
    expect(Math.abs(found.mean - mean)).toBeLessThan((5 * deviation) / Math.sqrt(COUNT));
    expect(found.deviation / deviation).toBeCloseTo(1, 1.9);
    if (distribution.kind === 'lognormal') return;
    expect(found.low).toBeGreaterThanOrEqual(distribution.low);
    expect(found.high).toBeLessThanOrEqual(distribution.high);
  });
});

test('whole numbers come up alike, both ends included', () => {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const number of draw({ kind: 'integer', low: 0, high: 9 }, COUNT, randomFrom(5))) counts[number]!++;
  for (const count of counts) expect(Math.abs(count - COUNT / 10)).toBeLessThan(700);
});

test.each([
  [{ kind: 'uniform', low: 3, high: 3 }, 3],
  [{ kind: 'triangular', low: 3, mode: 3, high: 3 }, 3],
  [{ kind: 'lognormal', median: 3, sigma: 0 }, 3],
] as const)('%j does not vary', (distribution, value) => {
  expect(new Set(draw(distribution, 101, randomFrom(1)))).toEqual(new Set([value]));
});
