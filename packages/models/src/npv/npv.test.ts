/** Net present value against a published example, and the conversion of rates. */
import { expect, test } from 'vitest';
import { npv, periodicRate } from './npv.ts';

test('the example of the NumPy Financial documentation', () => {
  expect(npv(0.08, [-40_000, 5_000, 8_000, 12_000, 30_000])).toBeCloseTo(3_065.22267, 5);
});

test('at no rate it is the sum', () => expect(npv(0, [-100, 30, 80])).toBe(10));

test('a periodic rate compounds to the annual one', () => {
  expect((1 + periodicRate(0.156, 12)) ** 12).toBeCloseTo(1.156, 14);
  expect(periodicRate(0.156, 1)).toBeCloseTo(0.156, 15);
});
