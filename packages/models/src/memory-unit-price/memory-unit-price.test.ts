/** Price per gigabyte, by function and by run. */
import type { ObservedInput, RunInput, RunQuestion } from '@bandgap/core';
import { expect, test } from 'vitest';
import { usdPerGb } from './memory-unit-price.ts';
import { memoryUnitPriceRun } from './memory-unit-price-run.ts';

const at = '2026-05-01T08:00:00.000Z';
const price: ObservedInput = {
  kind: 'observation',
  role: 'price',
  series: {
    source: 'dramexchange',
    subject: 'dram-ddr5-16gb-4800',
    metric: 'average',
    venue: 'dramexchange',
    terms: { kind: 'memory', basis: 'spot' },
    unit: 'USD/chip',
  },
  value: 30,
  observedAt: at,
  recordedAt: at,
  seenAt: at,
};
const capacityGb: RunInput = { kind: 'assumption', role: 'capacityGb', id: 'dram-ddr5-16gb-4800/capacityGb', value: 2 };
const question = (inputs: readonly RunInput[]): RunQuestion => ({
  model: 'memory-unit-price',
  version: 1,
  subject: 'dram-ddr5-16gb-4800',
  asOf: at,
  knownAt: at,
  inputs,
});

test('a 16 Gb chip at 30 USD', () => {
  expect(usdPerGb(30, 2)).toBe(15);
  expect(memoryUnitPriceRun.compute(question([price, capacityGb]))).toEqual({
    usdPerGb: 15,
    price: 30,
    unit: 'USD/chip',
  });
});

test('the price must be observed, once, and the capacity known', () => {
  const assumed: RunInput = { ...capacityGb, role: 'price' };
  expect(() => memoryUnitPriceRun.compute(question([price]))).toThrow(/capacityGb: expected a number, was missing/);
  expect(() => memoryUnitPriceRun.compute(question([price, price, capacityGb]))).toThrow(/given twice/);
  expect(() => memoryUnitPriceRun.compute(question([assumed, capacityGb]))).toThrow(/observed/);
  const derived: RunInput = { kind: 'run', role: 'price', receipt: 'x', output: {} };
  expect(() => memoryUnitPriceRun.compute(question([derived, capacityGb]))).toThrow(/was a run/);
});
