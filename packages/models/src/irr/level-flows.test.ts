/** The closed form of level flows against the general search, and which flows it leaves to that. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { npv } from '../npv/npv.ts';
import { levelRate, power } from './level-flows.ts';

const level = (invested: number, { delay = 0, payments = 5, payment = 1, final = 0 }) => [
  -invested,
  ...Array.from({ length: delay }, () => 0),
  ...Array.from({ length: payments }, () => payment),
  ...(final === 0 ? [] : [final]),
];

test('five payments of 25,443.42 for 84,092.27: the hurdle of VR NVL72', () => {
  expect(levelRate(level(84_092.27, { payment: 25_443.42 }))).toBeCloseTo(0.156, 5);
});

test('where there is a rate it balances the flows', () => {
  const flows = fc.record({
    delay: fc.integer({ min: 0, max: 24 }),
    payments: fc.integer({ min: 1, max: 240 }),
    payment: fc.double({ min: 0.01, max: 1e4, noNaN: true }),
    final: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e5, noNaN: true })),
  });
  const gain = fc.double({ min: 0.3, max: 20, noNaN: true });
  fc.assert(
    fc.property(flows, gain, (shape, times) => {
      const returned = shape.payments * shape.payment + shape.final;
      const all = level(returned / times, shape);
      const rate = levelRate(all);
      if (rate === undefined) return;
      const scale = npv(rate, all.map(Math.abs));
      expect(Math.abs(npv(rate, all))).toBeLessThan(1e-11 * scale);
    }),
    { numRuns: 1000 },
  );
});

test('nearly every contract is of this shape and settles', () => {
  const settled = [1.05, 1.3, 2, 5].flatMap((times) =>
    [0, 6].map((delay) => levelRate(level(60 / times, { delay, payments: 60 }))),
  );
  for (const rate of settled) expect(rate).toBeGreaterThan(0);
});

describe('leaves to the general search', () => {
  test.each([
    ['nothing at all', []],
    ['one payment', [-1, 2]],
    ['payments that differ', [-5, 1, 2, 3, 4]],
    ['a payment to come after a gap', [-5, 2, 2, 0, 2]],
    ['a loss at the end', [-5, 2, 2, 2, -1]],
    ['nothing invested', [5, 2, 2, 2]],
    ['nothing returned', [-5, 0, 0, 0]],
    ['dust', [-5, 1e-12, 1e-12, 1e-12]],
    ['exactly what was paid in', [-3, 1, 1, 1]],
    ['what is not a number', [-5, Number.NaN, Number.NaN]],
    ['what is not finite', [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]],
  ])('%s', (_what, flows) => expect(levelRate(flows)).toBeUndefined());
});

test('powers by squaring', () => {
  expect([0, 1, 5, 12].map((exponent) => power(1.5, exponent))).toEqual([1, 1.5, 1.5 ** 5, 1.5 ** 12]);
});
