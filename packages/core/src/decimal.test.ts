/** A shifted price has the digits it was written with, by whichever way it is computed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDecimal } from './decimal.ts';

/** What the result must be: the decimal point of the shortest form moved by hand, then read as a number. */
function movedByHand(value: number, places: number): number {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const point = whole.length + Number(exponent) + places;
  const digits = `${whole}${fraction}`;
  const text =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.padEnd(point, '0').slice(0, point)}.${digits.slice(point)}`;
  return Number(`${sign}${text}`);
}

describe('shiftDecimal', () => {
  it.each([
    [5e-7, 6, 0.5],
    [3.3e-6, 6, 3.3],
    [2.5e-5, 6, 25],
    [1.4e-7, 6, 0.14],
    [0.0005, 4, 5],
    [6e-5, 3, 0.06],
    [20_000, -4, 2],
    [0, 6, 0],
  ])('%d by %d places is %d', (value, places, shifted) => {
    expect(shiftDecimal(value, places)).toBe(shifted);
  });

  it('keeps the digits of every price of up to 15 digits', () => {
    const price = fc.tuple(fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: -24, max: 0 }));
    fc.assert(
      fc.property(price, fc.integer({ min: -12, max: 12 }), ([digits, exponent], places) => {
        expect(shiftDecimal(Number(`${digits}e${exponent}`), places)).toBe(Number(`${digits}e${exponent + places}`));
      }),
      { numRuns: 20_000 },
    );
  });

  it('agrees with moving the decimal point by hand, for every finite number', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }),
        fc.integer({ min: -12, max: 12 }),
        (value, places) => {
          fc.pre(!Object.is(value, -0));
          expect(shiftDecimal(value, places)).toBe(movedByHand(value, places));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('agrees with it on the numbers next to short decimals', () => {
    const near = fc.tuple(
      fc.integer({ min: 1, max: 999_999 }),
      fc.integer({ min: -12, max: 0 }),
      fc.integer({ min: -2, max: 2 }),
    );
    fc.assert(
      fc.property(near, ([digits, exponent, steps]) => {
        const value = Number(`${digits}e${exponent}`) * (1 + steps * Number.EPSILON);
        expect(shiftDecimal(value, 6)).toBe(movedByHand(value, 6));
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %d', (value) => {
    expect(() => shiftDecimal(value, 6)).toThrow(RangeError);
  });
});
