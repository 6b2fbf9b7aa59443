/** The run of the rental index: eligibility by provider, terms and age, and the chain from fixing to fixing. */
import type { ObservedInput, RentalTerms, RunInput, RunQuestion } from '@bandgap/core';
import { addDays, canonicalJson } from '@bandgap/core';
import { describe, expect, test } from 'vitest';
import type { RentalIndex } from './rental-index.ts';
import { rentalIndexRun } from './rental-index-run.ts';

const daysAgo = (days: number) => `${addDays('2026-05-01', -days)}T00:30:00.000Z`;
const onDemand: RentalTerms = { kind: 'rental', surface: 'list', tenor: 'on_demand' };

const offer = (venue: string, value: number, age = 0, terms: Partial<RentalTerms> = {}): ObservedInput => ({
  kind: 'observation',
  role: 'constituent',
  series: {
    source: 'gpurentalprices',
    subject: 'h100-sxm',
    metric: 'rental',
    venue,
    terms: { ...onDemand, ...terms },
    unit: 'USD/GPU-hr',
  },
  value,
  observedAt: daysAgo(30),
  recordedAt: daysAgo(30),
  seenAt: daysAgo(age),
});

const from = (source: string, input: ObservedInput): ObservedInput => ({
  ...input,
  series: { ...input.series, source },
});

const question = (inputs: readonly RunInput[], subject = 'h100/on_demand/neocloud'): RunQuestion => ({
  model: 'rental-index',
  version: 1,
  subject,
  asOf: daysAgo(0),
  knownAt: daysAgo(0),
  inputs,
});
const fixing = (inputs: readonly RunInput[], subject?: string) =>
  rentalIndexRun.compute(question(inputs, subject)) as RentalIndex;

const neoclouds = [offer('lambda', 2.99), offer('runpod', 2.69), offer('nebius', 2.95), offer('voltagepark', 1.99)];

test('neoclouds on demand', () => {
  const { pricePerGpuHour, n, confidence, constituents } = fixing([...neoclouds, offer('crusoe', 3.9, 5)]);
  expect([n, confidence]).toEqual([5, 'ok']);
  expect(pricePerGpuHour).toBeGreaterThan(2.69);
  expect(pricePerGpuHour).toBeLessThan(2.99);
  expect(constituents.map(({ owner, weight }) => [owner, weight])).toEqual([
    ['voltagepark', 1],
    ['runpod', 1],
    ['nebius', 1],
    ['lambda', 1],
    ['crusoe', 0.5],
  ]);
});

describe('leaves out', () => {
  const reasonFor = (input: ObservedInput, subject?: string) =>
    fixing([...neoclouds, input], subject).excluded[0]?.reason;
  test.each([
    ['unknown_provider', offer('nobody-knows', 1)],
    ['reseller', offer('shadeform', 1)],
    ['other_segment', offer('aws', 1)],
    ['other_tenor', offer('crusoe', 1, 0, { tenor: 'spot' })],
    ['not_an_offer', offer('crusoe', 1, 0, { surface: 'index' })],
    ['not_an_offer', from('rental-import', offer('crusoe', 1))],
    ['reseller', from('prime-intellect', offer('crusoe', 1))],
    ['stale', offer('crusoe', 1, 8)],
    ['not_yet_known', { ...offer('crusoe', 1), recordedAt: daysAgo(-1) }],
    ['other_listing_of_owner', offer('lambda', 3.5)],
  ] as const)('%s', (reason, input) => expect(reasonFor(input)).toBe(reason));

  test('the old name of an owner that has a new one', () => {
    const { constituents } = fixing([...neoclouds, offer('datacrunch', 2.2), offer('verda', 2.3)]);
    expect(constituents.filter(({ owner }) => owner === 'verda').map(({ price }) => price)).toEqual([2.2]);
  });
});

describe('age', () => {
  const weightOf = (age: number, subject: string, terms: Partial<RentalTerms>) =>
    fixing([offer('crusoe', 3, age, terms)], subject).constituents[0]?.weight;
  test.each([
    [3, 1],
    [3.5, 0.5],
    [7, 0.5],
  ])('on demand, %d days: %d', (age, weight) => {
    const seenAt = new Date(Date.parse(daysAgo(0)) - age * 86_400_000).toISOString();
    expect(fixing([{ ...offer('crusoe', 3), seenAt }]).constituents[0]?.weight).toBe(weight);
  });
  test('spot is out after two days', () => {
    expect(weightOf(2, 'h100/spot/neocloud', { tenor: 'spot' })).toBe(1);
    expect(weightOf(3, 'h100/spot/neocloud', { tenor: 'spot' })).toBeUndefined();
  });
  test.each([
    ['market', 1],
    ['administered', 0],
    ['placeholder', 0],
  ] as const)('a spot price that is %s counts %d', (spotKind, n) => {
    const { excluded, ...index } = fixing([offer('crusoe', 3, 0, { tenor: 'spot', spotKind })], 'h100/spot/neocloud');
    expect(index.n).toBe(n);
    expect(excluded.map(({ reason }) => reason)).toEqual(n === 1 ? [] : ['not_a_market']);
  });
  test('is counted to the fixing, whenever the question is put', () => {
    const yearLater = { ...question([...neoclouds, offer('crusoe', 3, 5)]), knownAt: '2027-05-01T00:00:00.000Z' };
    const { constituents } = rentalIndexRun.compute(yearLater) as RentalIndex;
    expect(constituents.map(({ weight }) => weight)).toEqual([1, 1, 1, 1, 0.5]);
  });
  test('contract lists hold for 45', () => {
    expect(weightOf(45, 'h100/contract_1y/neocloud', { tenor: 'contract_1y' })).toBe(0.5);
    expect(weightOf(46, 'h100/contract_1y/neocloud', { tenor: 'contract_1y' })).toBeUndefined();
  });
});

test('all segments but resellers', () => {
  const { n } = fixing(
    [...neoclouds, offer('aws', 3.93), offer('vast', 1.8), offer('shadeform', 2)],
    'h100/on_demand/all',
  );
  expect(n).toBe(6);
});

test('a fixing is computed from the stored output of the one before', () => {
  const first = fixing(neoclouds);
  const stored: object = JSON.parse(canonicalJson(first));
  const previous: RunInput = { kind: 'run', role: 'previous', receipt: 'abc', output: stored };
  const second = fixing([...neoclouds.map((each) => ({ ...each, value: each.value * 1.1 })), previous]);
  expect(second.linked).toBeCloseTo((first.linked ?? 0) * 1.1, 12);
  expect(second.recentCounts).toEqual([4, 4]);
  expect(() => fixing([...neoclouds, previous, previous])).toThrow(/expected one run/);
  expect(() => fixing([{ ...previous, output: {} }])).toThrow(/linked: expected a number, was missing/);
});

test('what is believed of an offer whose newest price is not counts, and is marked', () => {
  const { constituents, n } = fixing([...neoclouds, { ...offer('crusoe', 3), role: 'withheld' }]);
  expect(n).toBe(5);
  expect(constituents.filter(({ withheld }) => withheld).map(({ owner }) => owner)).toEqual(['crusoe']);
});

test('no offers at all is a fixing without a value', () => {
  expect(fixing([])).toMatchObject({ pricePerGpuHour: null, n: 0, confidence: 'insufficient', constituents: [] });
});

test('a subject that is no index, or an input with no role here, is refused', () => {
  expect(() => fixing([], 'h100/on_demand/reseller')).toThrow(/segment: expected one of neocloud, .*, was "reseller"/);
  expect(() => fixing([], 'h100/hourly/all')).toThrow(/was "hourly"/);
  expect(() => fixing([], 'h100')).toThrow(/tenor: .* was missing/);
  expect(() => fixing([{ kind: 'assumption', role: 'price', id: 'x', value: 1 }])).toThrow(/observed constituent/);
});
