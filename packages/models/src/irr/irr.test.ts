/** IRR against published examples, with every status, at the edges, and on random flows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ModelError } from '../model-error.ts';
import { npv } from '../npv/npv.ts';
import { irr } from './irr.ts';

describe('the examples of the NumPy Financial documentation', () => {
  test.each([
    [[-100, 39, 59, 55, 20], 0.28095],
    [[-100, 0, 0, 74], -0.0955],
    [[-100, 100, 0, -7], -0.0833],
    [[-100, 100, 0, 7], 0.06206],
  ])('%j', (flows, expected) => {
    const { irr: found, status } = irr(flows, 1);
    expect(status).toBe('ok');
    expect(found).toBeCloseTo(expected, 4);
  });
});

describe('status', () => {
  test.each([
    ['no_investment', [0, 1, 2]],
    ['no_investment', [5, -1, -2]],
    ['no_investment', [-1e-10, 1, 2]],
    ['no_return', [-5, -1, 0]],
    ['no_root', [-100, 200, -150]],
    ['no_root', [-1, 1e8]],
    ['no_investment', []],
  ] as const)('%s for %j', (status, flows) => {
    expect(irr(flows, 1)).toMatchObject({ irr: null, periodicIrr: null, status });
  });

  test('multiple rates: the largest is given', () => {
    const { irr: found, status, signChanges } = irr([-5, 10.5, 1, -8, 1], 1);
    expect([status, signChanges]).toEqual(['multiple', 3]);
    expect(found).toBeCloseTo(0.70956, 5);
    expect(npv(0.0886, [-5, 10.5, 1, -8, 1])).toBeCloseTo(0, 3);
  });

  test('two rates at which a gain turns into a loss and back count once', () => {
    expect(irr([-100, 230, -132], 1)).toMatchObject({ status: 'ok', signChanges: 2 });
    expect(irr([-100, 230, -132], 1).irr).toBeCloseTo(0.2, 9);
  });
});

describe('edges', () => {
  test('monthly rates are compounded', () => {
    const { irr: annual, periodicIrr } = irr([-100, 101], 12);
    expect(periodicIrr).toBeCloseTo(0.01, 12);
    expect(annual).toBeCloseTo(1.01 ** 12 - 1, 12);
  });
  test('a gain of ten thousand times', () => expect(irr([-1, 10_001], 1).irr).toBeCloseTo(10_000, 5));
  test('a loss of nearly everything', () => expect(irr([-1, 0.00001], 1).irr).toBeCloseTo(-0.99999, 12));
  test('exactly nothing', () => expect(irr([-10, 5, 5], 1).irr).toBeCloseTo(0, 12));
  test('dust after the last flow changes nothing', () => {
    const flows = [-100, 60, 10, 5];
    expect(irr([...flows, -1e-12], 1)).toEqual(irr(flows, 1));
  });
  test('six hundred months at a strongly negative rate do not overflow', () => {
    const flows = [-1e6, ...Array.from({ length: 600 }, () => 1)];
    expect(irr(flows, 12).status).toBe('ok');
  });
  test('flows that are not finite are refused', () => {
    expect(() => irr([-1, Number.NaN], 1)).toThrow(ModelError);
    expect(() => irr([-1, Number.POSITIVE_INFINITY], 1)).toThrow(/finite/);
  });
});

describe('random flows', () => {
  const flow = fc.integer({ min: -1e6, max: 1e6 });

  test('never give NaN, and a rate given balances the flows', () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 40 }), fc.constantFrom(1, 2, 4, 12), (flows, periodsPerYear) => {
        const { irr: annual, periodicIrr, status } = irr(flows, periodsPerYear);
        const found = status === 'ok' || status === 'multiple';
        expect(annual === null).toBe(!found);
        if (periodicIrr === null || annual === null) return;
        expect(Number.isFinite(annual)).toBe(true);
        const scale = npv(periodicIrr, flows.map(Math.abs));
        expect(Math.abs(npv(periodicIrr, flows))).toBeLessThanOrEqual(1e-8 * scale);
      }),
      { numRuns: 500 },
    );
  });

  test('an investment repaid earns more when repaid more', () => {
    const returns = fc.array(fc.double({ min: 1, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(returns, fc.double({ min: 10, max: 1e4, noNaN: true }), (repaid, invested) => {
        const less = irr([-invested, ...repaid], 1).irr ?? Number.NaN;
        const more = irr([-invested, ...repaid.map((amount) => amount * 1.5)], 1).irr ?? Number.NaN;
        expect(more).toBeGreaterThan(less);
      }),
    );
  });

  test('a scale cancels out', () => {
    const returns = fc.array(fc.double({ min: 1, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(returns, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (repaid, scale) => {
        const flows = [-500, ...repaid];
        const scaled =
          irr(
            flows.map((amount) => amount * scale),
            1,
          ).irr ?? Number.NaN;
        expect(scaled).toBeCloseTo(irr(flows, 1).irr ?? Number.NaN, 9);
      }),
    );
  });
});
