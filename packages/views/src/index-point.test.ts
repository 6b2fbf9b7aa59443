/** What a stored fixing says, and that a shape the model does not write is refused. */
import type { RunInput } from '@bandgap/core';
import type { StoredRun } from '@bandgap/db';
import { expect, test } from 'vitest';
import { fixingOfRun, indexPoint } from './index-point.ts';

const at = '2026-11-20T00:00:00.000Z';

const offer = (venue: string, value: number): RunInput => ({
  kind: 'observation',
  role: 'constituent',
  series: {
    source: 'example',
    subject: 'h100-sxm',
    metric: 'rental',
    venue,
    terms: { kind: 'rental', surface: 'list', tenor: 'on_demand' },
    unit: 'USD/GPU-hr',
  },
  value,
  observedAt: at,
  recordedAt: at,
  seenAt: at,
});

const run: StoredRun = {
  id: 1,
  revision: 1,
  receipt: 'ab'.repeat(32),
  model: 'rental-index',
  version: 1,
  subject: 'h100/on_demand/neocloud',
  asOf: at,
  knownAt: '2026-11-21T00:30:00.000Z',
  inputs: [offer('reseller', 2), offer('lambda', 2.5), offer('reseller', 2)],
  output: {
    pricePerGpuHour: 2.5,
    low: 2.4,
    high: 2.6,
    n: 1,
    confidence: 'degraded',
    constituents: [
      { owner: 'lambda', provider: 'lambda', source: 'example', price: 2.5, weight: 1, observedAt: at, seenAt: at },
    ],
    excluded: [
      { provider: 'reseller', price: 2, reason: 'reseller' },
      { provider: 'reseller', price: 2, reason: 'reseller' },
    ],
  },
};

test('a fixing is told from an indication by what it knew', () => {
  expect(indexPoint(run)).toMatchObject({ day: '2026-11-20', value: 2.5, confidence: 'degraded', fixed: true });
  expect(indexPoint({ ...run, knownAt: '2026-11-20T09:00:00.000Z' }).fixed).toBe(false);
});

test('each listing leads to an input of its own', () => {
  const { constituents, excluded } = fixingOfRun(run);
  expect(constituents.map(({ input }) => input)).toEqual([1]);
  expect(excluded.map(({ input }) => input)).toEqual([0, 2]);
});

test('another shape is refused by the name of what is wrong', () => {
  const broken = (output: object) => () => indexPoint({ ...run, output: { ...run.output, ...output } });
  expect(broken({ n: '1' })).toThrow(/"n"/);
  expect(broken({ low: undefined })).toThrow(/"low"/);
  expect(broken({ confidence: 'splendid' })).toThrow(/"confidence"/);
});
