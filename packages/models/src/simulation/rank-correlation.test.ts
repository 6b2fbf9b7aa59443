/** Rank correlations against values worked by hand, with ties, and at their limits. */
import { expect, test } from 'vitest';
import { rankCorrelation, ranks } from './rank-correlation.ts';
import { sortedOrder, sortRoom } from './sorted-order.ts';

const ranksOf = (values: readonly number[]) => {
  const column = Float64Array.from(values);
  return ranks(column, sortedOrder(column, sortRoom(column.length)), new Float64Array(column.length));
};
const correlation = (a: readonly number[], b: readonly number[]) => rankCorrelation(ranksOf(a), ranksOf(b));

test('equal numbers share their ranks', () => {
  expect([...ranksOf([10, 20, 10, 5, 20, 20])]).toEqual([2.5, 5, 2.5, 1, 5, 5]);
});

test('one swap among five: 1 - 6 x 2 / (5 x 24)', () => {
  expect(correlation([1, 2, 3, 4, 5], [1, 2, 3, 5, 4])).toBeCloseTo(0.9, 12);
});

test('only the order counts', () => {
  const values = [3, 1, 4, 1.5, 9, 2.6];
  expect(correlation(values, values.map(Math.exp))).toBeCloseTo(1, 12);
  expect(
    correlation(
      values,
      values.map((value) => -(value ** 3)),
    ),
  ).toBeCloseTo(-1, 12);
});

test('what does not vary has none', () => expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull());
