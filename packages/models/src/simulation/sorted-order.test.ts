/** The radix sort against sorting by comparison, for numbers of every kind. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedOrder, sortRoom } from './sorted-order.ts';

const byComparison = (values: readonly number[]) =>
  values.map((_, index) => index).sort((a, b) => values[a]! - values[b]! || a - b);

const byRadix = (values: readonly number[]) => [...sortedOrder(Float64Array.from(values), sortRoom(values.length))];

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
        expect(byRadix(values)).toEqual(byComparison(values));
      },
    ),
    { numRuns: 300 },
  );
});

test('many numbers that differ in their last bits alone', () => {
  const values = Array.from({ length: 3000 }, (_, k) => 1 + ((k * 7919) % 3000) * Number.EPSILON);
  expect(byRadix(values)).toEqual(byComparison(values));
});

test('one sort after the other in the same room, also of part of a column', () => {
  const room = sortRoom(3);
  const column = Float64Array.of(9, 3, -1, 2);
  expect([...sortedOrder(column.subarray(1), room)]).toEqual([1, 2, 0]);
  expect([...sortedOrder(column.subarray(0, 3), room)]).toEqual([2, 1, 0]);
});
