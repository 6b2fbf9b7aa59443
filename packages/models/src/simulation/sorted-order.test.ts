/** The radix sort against sorting by comparison, for numbers of every kind. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedOrder } from './sorted-order.ts';

const byComparison = (values: readonly number[]) =>
  values.map((_, index) => index).sort((a, b) => values[a]! - values[b]! || a - b);

const anyNumber = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: 1, max: 1 + 1e-12, noNaN: true }),
);

test('any numbers', () => {
  fc.assert(
    fc.property(
      fc.array(
        anyNumber.map((value) => value + 0),
        { maxLength: 200 },
      ),
      (values) => {
        expect([...sortedOrder(Float64Array.from(values))]).toEqual(byComparison(values));
      },
    ),
    { numRuns: 300 },
  );
});

test('many numbers that differ in their last bits alone', () => {
  const values = Array.from({ length: 3000 }, (_, k) => 1 + ((k * 7919) % 3000) * Number.EPSILON);
  expect([...sortedOrder(Float64Array.from(values))]).toEqual(byComparison(values));
});
