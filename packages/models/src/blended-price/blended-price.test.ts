/** Blended token price: Claude Opus 4.7 at a 300 to 1 workload, by function and by run. */
import type { AssumedInput, Metric, ObservedInput, RunInput, RunQuestion } from '@bandgap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blendedPrice } from './blended-price.ts';
import { blendedPriceRun } from './blended-price-run.ts';
import { hitRate } from './hit-rate.ts';

const opus = { inputPrice: 5, outputPrice: 25, cacheReadPrice: 0.5, cacheWriteShare: 0, inputOutputRatio: 300 };

test('Opus 4.7 blends to 0.99', () => {
  const blend = blendedPrice(opus, 0.9089);
  expect(blend.blendedPerMTok).toBeCloseTo(0.99, 3);
  expect(blend.cacheReadPart).toBeCloseTo(0.453, 3);
  expect(blend.cacheMissPart).toBeCloseTo(0.454, 3);
  expect(blend.outputPart).toBeCloseTo(0.083, 3);
});

test('with every miss written to the cache it takes a hit rate of 92.87 %', () => {
  expect(hitRate({ ...opus, cacheWritePrice: 6.25, cacheWriteShare: 1 }, 0.99).cacheHitRate).toBeCloseTo(0.9287, 4);
});

test('a price below that of cached tokens has no hit rate', () => {
  expect(hitRate(opus, 0.1)).toMatchObject({ feasible: false });
  expect(() => hitRate({ ...opus, cacheReadPrice: 5 }, 1)).toThrow(/price of a miss, 5/);
  expect(() => hitRate({ ...opus, inputOutputRatio: 0 }, 1)).toThrow(/some input/);
});

test('the hit rate undoes the blend, and the parts add up', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 500 }),
      (hits, inputOutputRatio) => {
        const prices = { ...opus, inputOutputRatio };
        const blend = blendedPrice(prices, hits);
        expect(hitRate(prices, blend.blendedPerMTok).cacheHitRate).toBeCloseTo(hits, 9);
        expect(blend.cacheReadPart + blend.cacheMissPart + blend.outputPart).toBeCloseTo(blend.blendedPerMTok, 12);
      },
    ),
  );
});

const at = '2026-05-01T08:00:00.000Z';
const meter = (role: Metric, value: number): ObservedInput => ({
  kind: 'observation',
  role,
  series: {
    source: 'anthropic',
    subject: 'anthropic/claude-opus-4-7',
    metric: role,
    venue: 'anthropic',
    terms: { kind: 'token', tier: 'standard', contextFrom: 0 },
    unit: 'USD/MTok',
  },
  value,
  observedAt: at,
  recordedAt: at,
  seenAt: at,
});
const workload = { inputOutputRatio: 300, cacheHitRate: 0.9089, cacheWriteShare: 0 };
const assumed = (role: string, value: number): AssumedInput => ({
  kind: 'assumption',
  role,
  id: `2026-05-01/agentic-300/${role}`,
  value,
});
const assumptions = Object.entries(workload).map(([role, value]) => assumed(role, value));
const run = (inputs: readonly RunInput[]) => {
  const question: RunQuestion = {
    model: 'blended-price',
    version: 1,
    subject: 'anthropic/claude-opus-4-7',
    asOf: at,
    knownAt: at,
    inputs,
  };
  return blendedPriceRun.compute(question);
};

test('the run gives the blend with its workload', () => {
  const output = run([meter('input', 5), meter('output', 25), meter('cache_read', 0.5), ...assumptions]);
  expect(output).toMatchObject({ scenario: workload, blendedPerMTok: expect.closeTo(0.99, 3) });
});

test('a seller without a cache charges its input price', () => {
  const output = run([meter('input', 3), meter('output', 15), ...assumptions]);
  expect(output).toMatchObject({ blendedPerMTok: expect.closeTo((300 * 3 + 15) / 301, 9) });
});

test('a meter the blend has no place for is refused', () => {
  expect(() => run([meter('input', 3), meter('output', 15), meter('average', 6), ...assumptions])).toThrow(
    /average: expected no such field/,
  );
});

const vote = (meters: object): RunInput => ({
  kind: 'run',
  role: 'confirmed',
  receipt: 'ab'.repeat(32),
  output: { meters },
});
const confirmed = (price: number) => ({ status: 'confirmed', price, agree: ['anthropic', 'litellm'], disagree: [] });

test('confirmed prices are taken from the vote', () => {
  const meters = { input: confirmed(5), output: confirmed(25), cache_read: confirmed(0.5) };
  expect(run([vote(meters), ...assumptions])).toMatchObject({
    status: 'confirmed',
    blendedPerMTok: expect.closeTo(0.99, 3),
  });
  expect(() => run([vote(meters), meter('input', 5), ...assumptions])).toThrow(
    /input: expected no quote beside a confirmed price/,
  );
});

test('one quote stands in for a price that is not confirmed, and the blend says so', () => {
  const meters = { input: confirmed(5), output: confirmed(25), cache_read: { status: 'pending', candidates: [] } };
  expect(run([vote(meters), meter('cache_read', 0.5), ...assumptions])).toMatchObject({
    status: 'pending',
    blendedPerMTok: expect.closeTo(0.99, 3),
  });
});

const hourly = { inputOutputRatio: 300, cacheHitRate: 0.95685, cacheWriteShare: 0, cacheWrite1hShare: 1 };

test('misses written to the cache for an hour cost what that costs', () => {
  expect(blendedPrice({ ...opus, ...hourly, cacheWrite1hPrice: 10 }, 0.95685).blendedPerMTok).toBeCloseTo(0.99, 3);
  expect(blendedPrice({ ...opus, ...hourly, cacheWritePrice: 6.25 }, 0)).toMatchObject({
    cacheMissPart: expect.closeTo((300 * 6.25) / 301, 9),
  });
});

test('no more than all misses are written to the cache', () => {
  const shares = [...assumptions.slice(0, 2), assumed('cacheWriteShare', 0.5), assumed('cacheWrite1hShare', 0.6)];
  expect(() => run([meter('input', 3), meter('output', 15), ...shares])).toThrow(
    /cacheWrite1hShare: expected at most 0.5/,
  );
});
