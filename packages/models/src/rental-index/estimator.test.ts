/** The estimator of the rental index: worked by hand, and what one wrong price can and cannot do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cappedWeights } from './capped-weights.ts';
import { centralThirdMean, type WeightedPrice } from './central-third-mean.ts';
import { indexLevel, leaveOneOutBand } from './index-level.ts';
import { weightedQuantile } from './weighted-quantile.ts';

const equal = (prices: readonly number[]): readonly WeightedPrice[] => prices.map((price) => ({ price, weight: 1 }));
const price = fc.double({ min: 0.1, max: 100, noNaN: true });
const point = fc.record({ price, weight: fc.constantFrom(0.5, 1) });
const pricesOf = (points: readonly WeightedPrice[]) => points.map((each) => each.price);

describe('by hand', () => {
  test('five owners: 2.95, with a band from 2.74 to 3.14', () => {
    const owners = equal([1.99, 2.49, 2.99, 3.29, 6.15]);
    expect(indexLevel(owners)).toBeCloseTo(2.95, 12);
    const { low, high } = leaveOneOutBand(owners);
    expect(low).toBeCloseTo(2.74, 12);
    expect(high).toBeCloseTo(3.14, 12);
  });

  test('a stale half weight counts half', () => {
    // Of 2.5 in all the middle third runs from 0.833 to 1.667: a sixth of the first 1 and two thirds of the second.
    const owners = [
      { price: 1, weight: 1 },
      { price: 2, weight: 1 },
      { price: 3, weight: 0.5 },
    ];
    expect(centralThirdMean(owners)).toBeCloseTo((1 / 6 + (2 * 2) / 3) / (5 / 6), 12);
  });

  test('quartiles are prices somebody asks', () => {
    const owners = equal([4, 1, 3, 2]);
    expect(weightedQuantile(owners, 0.25)).toBe(1);
    expect(weightedQuantile(owners, 0.75)).toBe(3);
  });

  test('no prices, no mean', () => expect(() => centralThirdMean([])).toThrow(/at least 1, was 0/));
});

describe('weights', () => {
  const weights = (...given: readonly number[]) =>
    cappedWeights(given.map((weight) => ({ weight }))).map((w) => w.weight);

  test('one fresh owner among stale ones is held to a quarter', () => {
    expect(weights(1, 0.5, 0.5, 0.5, 0.5)).toEqual([0.25, 0.1875, 0.1875, 0.1875, 0.1875]);
  });
  test('the cap is waived for four', () => expect(weights(1, 0.5, 0.5, 0.5)).toEqual([0.4, 0.2, 0.2, 0.2]));

  test('sum to one, none over a quarter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 5, maxLength: 30 }),
        (given) => {
          const shares = weights(...given);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(Math.max(...shares)).toBeLessThanOrEqual(0.25);
        },
      ),
    );
  });
});

describe('for any prices', () => {
  test('three equal owners give the median', () => {
    fc.assert(
      fc.property(fc.tuple(price, price, price), (prices) => {
        expect(indexLevel(equal(prices))).toBeCloseTo([...prices].sort((a, b) => a - b)[1] ?? 0, 9);
      }),
    );
  });

  test('the order does not matter, to the last bit', () => {
    const shuffled = fc
      .array(point, { minLength: 1, maxLength: 20 })
      .chain((points) => fc.tuple(fc.constant(points), fc.shuffledSubarray(points, { minLength: points.length })));
    fc.assert(
      fc.property(shuffled, ([points, reordered]) => {
        expect(centralThirdMean(reordered)).toBe(centralThirdMean(points));
      }),
    );
  });

  test('it lies between the lowest and the highest', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
        const level = indexLevel(points);
        expect(level).toBeGreaterThanOrEqual(Math.min(...pricesOf(points)));
        expect(level).toBeLessThanOrEqual(Math.max(...pricesOf(points)));
      }),
    );
  });

  test('one price eight times too high or too low cannot pull it past its neighbours', () => {
    fc.assert(
      fc.property(
        fc.array(price, { minLength: 3, maxLength: 25 }),
        fc.nat(),
        fc.constantFrom(8, 1 / 8),
        (prices, pick, factor) => {
          const wrong = pick % prices.length;
          const level = indexLevel(equal(prices.map((each, index) => (index === wrong ? each * factor : each))));
          const others = prices.filter((_, index) => index !== wrong).sort((a, b) => a - b);
          const below = others[Math.floor(prices.length / 3) - 1] ?? 0;
          const above = others[Math.ceil((2 * prices.length) / 3) - 1] ?? 0;
          expect(level).toBeGreaterThanOrEqual(below * (1 - 1e-12));
          expect(level).toBeLessThanOrEqual(above * (1 + 1e-12));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('it never falls when a price rises, and scales with all of them', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 20 }), (points) => {
        const raised = points.map((each, index) => (index === 0 ? { ...each, price: each.price * 2 } : each));
        expect(indexLevel(raised)).toBeGreaterThanOrEqual(indexLevel(points) * (1 - 1e-12));
        const doubled = points.map((each) => ({ ...each, price: each.price * 2 }));
        expect(indexLevel(doubled)).toBeCloseTo(2 * indexLevel(points), 9);
      }),
    );
  });

  test('with equal owners the band holds the level', () => {
    fc.assert(
      fc.property(fc.array(price, { minLength: 3, maxLength: 20 }), (prices) => {
        const { low, high } = leaveOneOutBand(equal(prices));
        expect(low).toBeLessThanOrEqual(indexLevel(equal(prices)) * (1 + 1e-12));
        expect(high).toBeGreaterThanOrEqual(indexLevel(equal(prices)) * (1 - 1e-12));
      }),
    );
  });
});
