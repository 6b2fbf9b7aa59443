/** False position on lines that bend, and where there is no zero. */
import { expect, test } from 'vitest';
import { affineRoot } from './affine-root.ts';
import { risingRoot } from './rising-root.ts';

test.each([-1e6, -3, 0, 2.5, 1e6])('finds the zero of a bent line from a guess of %d', (guess) => {
  const bent = (x: number) => (x < 1 ? 4 * (x - 1) - 2 : 0.5 * (x - 1) - 2);
  expect(risingRoot(bent, guess)).toBeCloseTo(5, 12);
});

test('says so where there is none', () => {
  expect(() => risingRoot((x) => Math.exp(-(x ** 2)), 0)).toThrow(/no price makes/);
  expect(() => affineRoot(() => 1, 1)).toThrow(/does not move/);
});
