/** A fixing of the rental index: who counts, how far it is trusted, and how levels are linked. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exclusion, Listing } from './listing.ts';
import { type PreviousFixing, rentalIndex } from './rental-index.ts';

const at = '2026-05-01T00:00:00.000Z';
const listing = (owner: string, price: number, change: Partial<Listing> = {}): Listing => ({
  owner,
  provider: owner,
  source: 'test',
  price,
  weight: 1,
  observedAt: at,
  seenAt: at,
  ...change,
});
const owners = (prices: Readonly<Record<string, number>>) =>
  Object.entries(prices).map(([owner, price]) => listing(owner, price));
const five = { a: 1.99, b: 2.49, c: 2.99, d: 3.29, e: 6.15 };

test('five owners', () => {
  expect(rentalIndex(owners(five))).toMatchObject({
    pricePerGpuHour: expect.closeTo(2.95, 12),
    low: expect.closeTo(2.74, 12),
    high: expect.closeTo(3.14, 12),
    min: 1.99,
    q1: 2.49,
    q3: 3.29,
    max: 6.15,
    n: 5,
    confidence: 'ok',
    linked: expect.closeTo(2.95, 12),
    recentCounts: [5],
  });
});

test('with two owners there is no value, and a reason', () => {
  const fixing = rentalIndex(owners({ a: 2, b: 3 }));
  expect(fixing).toMatchObject({ pricePerGpuHour: null, confidence: 'insufficient', n: 2, linked: null, low: null });
  expect(fixing.reason).toBe('expected at least 3 owners, was 2');
  expect(fixing.constituents).toHaveLength(2);
});

describe('confidence', () => {
  const after = (...recentCounts: readonly number[]): PreviousFixing => ({ linked: null, panel: [], recentCounts });
  test('is low with four owners', () => {
    expect(rentalIndex(owners({ a: 2, b: 2, c: 2, d: 2 })).confidence).toBe('low');
  });
  test('is low when one owner could move it by a fifth', () => {
    expect(rentalIndex(owners({ a: 1, b: 1.5, c: 2, d: 2.5, e: 3 })).confidence).toBe('low');
  });
  test('is degraded when the panel has shrunk below 60 % of its median', () => {
    expect(rentalIndex(owners(five), after(8, 9, 9)).confidence).toBe('degraded');
    expect(rentalIndex(owners(five), after(8, 8, 9)).confidence).toBe('ok');
    expect(rentalIndex(owners(five), after(8, 9)).confidence).toBe('degraded');
  });
  test('is degraded when more than a fifth of the owners said something that was not believed', () => {
    const doubted = (count: number) =>
      rentalIndex(owners(five).map((each, index) => (index < count ? { ...each, withheld: true as const } : each)));
    expect(doubted(1)).toMatchObject({ confidence: 'ok', pricePerGpuHour: expect.closeTo(2.95, 12) });
    expect(doubted(2)).toMatchObject({ confidence: 'degraded', pricePerGpuHour: expect.closeTo(2.95, 12) });
  });
  test('looks back fourteen fixings', () => {
    const counts = Array.from({ length: 14 }, (_, index) => index);
    expect(rentalIndex(owners(five), after(...counts)).recentCounts).toEqual([...counts.slice(1), 5]);
  });
});

describe('an owner has one vote', () => {
  const reasons = (excluded: readonly Exclusion[]) =>
    excluded.map(({ provider, price, reason }) => [provider, price, reason]);

  test('its lowest offer', () => {
    const { constituents, excluded } = rentalIndex([
      ...owners(five),
      listing('a', 1.5),
      listing('a', 3, { provider: 'a-eu' }),
    ]);
    expect(constituents.find(({ owner }) => owner === 'a')?.price).toBe(1.5);
    expect(reasons(excluded)).toEqual([
      ['a', 1.99, 'other_listing_of_owner'],
      ['a-eu', 3, 'other_listing_of_owner'],
    ]);
  });

  const ofA = (...offers: readonly (readonly [price: number, change: Partial<Listing>])[]) =>
    rentalIndex([
      ...owners({ b: 2.49, c: 2.99 }),
      ...offers.map(([price, change]) => listing('a', price, change)),
    ]).constituents.find(({ owner }) => owner === 'a');

  test('of a whole node, where that costs the same', () => {
    expect(ofA([1.99, { minGpus: 1 }], [1.99, { minGpus: 8 }])?.minGpus).toBe(8);
    expect(ofA([1.5, { minGpus: 1 }], [1.99, { minGpus: 8 }])?.price).toBe(1.5);
  });

  test('as the source nearest to the seller has it', () => {
    const offers = [
      [1.5, { source: 'list' }],
      [1.99, { source: 'verda' }],
      [2.5, { source: 'azure-retail' }],
    ] as const;
    expect(ofA(...offers)).toMatchObject({ price: 2.5, source: 'azure-retail' });
    expect(ofA(...offers.slice(0, 2))).toMatchObject({ price: 1.99, source: 'verda' });
  });

  test('in the United States, where it asks differently elsewhere', () => {
    const elsewhere = [1.5, { region: 'ap-northeast-1' }] as const;
    for (const region of ['us-east-1', 'us-central1', 'eastus2', 'southcentralus', 'US', undefined])
      expect(ofA(elsewhere, [1.99, region === undefined ? {} : { region }])?.price).toBe(1.99);
    for (const region of ['eu-north-1', 'us-gov-west-1', 'ussr-1', 'australiaeast', 'westeurope'])
      expect(ofA(elsewhere, [1.99, { region }])?.price).toBe(1.5);
  });

  test('as a document says that was believed, before one that was not', () => {
    const doubted = [2.5, { source: 'azure-retail', withheld: true }] as const;
    expect(ofA(doubted, [1.99, { source: 'list' }])).toMatchObject({ price: 1.99, source: 'list' });
    expect(ofA(doubted)).toMatchObject({ price: 2.5, withheld: true });
  });

  test('and its sources should agree to 5 %', () => {
    const api = [2, { source: 'azure-retail' }] as const;
    const conflict = (...others: readonly number[]) =>
      ofA(api, ...others.map((price, index) => [price, { source: `list-${index}` }] as const))?.conflict;
    expect(conflict(2.09, 1.91)).toBeUndefined();
    expect(conflict(2.11)).toEqual({ source: 'list-0', price: 2.11 });
    expect(conflict(2.2, 1.7)).toEqual({ source: 'list-1', price: 1.7 });
    expect(ofA(api, [1.5, { source: 'list' }], [2, { source: 'list', region: 'eu' }])?.conflict?.price).toBe(1.5);
  });
});

describe('the linked level', () => {
  test('moves with the prices both fixings share, not with who joins or leaves', () => {
    const first = rentalIndex(owners(five));
    const joined = rentalIndex(owners({ ...five, f: 0.5, g: 0.6 }), first);
    expect(joined.pricePerGpuHour).toBeLessThan(2.5);
    expect(joined.linked).toBeCloseTo(2.95, 12);
    const { e: _left, ...four } = five;
    expect(rentalIndex(owners(four), joined).linked).toBeCloseTo(2.95, 12);
  });

  test('is carried over a fixing without a value, and caught up on the next', () => {
    const first = rentalIndex(owners(five));
    const gap = rentalIndex(owners({ a: 1 }), first);
    expect(gap.linked).toBe(first.linked);
    const doubled = Object.fromEntries(Object.entries(five).map(([owner, price]) => [owner, 2 * price]));
    expect(rentalIndex(owners(doubled), gap).linked).toBeCloseTo(5.9, 12);
  });

  test('is carried over to a panel with nobody in common', () => {
    const first = rentalIndex(owners(five));
    const strangers = rentalIndex(owners({ x: 9, y: 9, z: 9 }), first);
    expect(strangers.linked).toBe(first.linked);
    expect(strangers.panel.map(({ owner }) => owner)).toEqual(['x', 'y', 'z']);
  });

  test('does not move while no price does, whoever is there and however stale', () => {
    const price = fc.double({ min: 0.5, max: 20, noNaN: true });
    const panel = fc.array(price, { minLength: 6, maxLength: 12 });
    const days = fc.array(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 12, maxLength: 12 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(panel, days, (prices, weightsByDay) => {
        const everybody = prices.map((each, index) => listing(`owner-${index}`, each));
        const first = rentalIndex(everybody);
        const last = weightsByDay.reduce((previous, weights) => {
          const present = everybody.map((each, index) => ({ ...each, weight: weights[index] ?? 0 }));
          return rentalIndex(
            present.filter(({ weight }) => weight > 0),
            previous,
          );
        }, first);
        expect(last.linked).toBeCloseTo(first.linked ?? 0, 9);
      }),
    );
  });
});

test('the order of the offers does not change a byte of the output', () => {
  const offers = [
    ...owners(five),
    listing('a', 1.99, { source: 'other' }),
    listing('b', 2.6, { weight: 0.5 }),
    { provider: 'z', price: 1, reason: 'stale' } as const,
    { provider: 'y', price: 1, reason: 'reseller' } as const,
  ];
  const expected = JSON.stringify(rentalIndex(offers));
  fc.assert(
    fc.property(fc.shuffledSubarray(offers, { minLength: offers.length }), (shuffled) => {
      expect(JSON.stringify(rentalIndex(shuffled))).toBe(expected);
    }),
  );
});
