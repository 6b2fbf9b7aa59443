/** The value ceiling: the published 12.25 and 9.63, by function and by run. */
import type { AssumedInput, RunQuestion } from '@bandgap/core';
import { expect, test } from 'vitest';
import { valueCeiling } from './ceiling.ts';
import { valueCeilingRun } from './value-ceiling-run.ts';

test('VR NVL72 at the price of compute on GB300', () => {
  const ceiling = valueCeiling({
    refPricePerPflopHour: 0.7,
    targetPflops: 17.5,
    conservativePricePerPflopHour: 0.55,
    pricePerGpuHour: 4.92,
  });
  expect(ceiling.parityPricePerGpuHour).toBeCloseTo(12.25, 12);
  expect(ceiling.conservativePricePerGpuHour).toBeCloseTo(9.625, 12);
  expect(ceiling.impliedImprovement).toBeCloseTo(3 / 14, 12);
  expect(ceiling.dropVsReference).toBeCloseTo(1 - 4.92 / 12.25, 12);
});

const question = (roles: Readonly<Record<string, number>>): RunQuestion => ({
  model: 'value-ceiling',
  version: 1,
  subject: 'vr-nvl72/contract_5y',
  asOf: '2026-05-01T00:30:00.000Z',
  knownAt: '2026-05-01T00:30:00.000Z',
  inputs: Object.entries(roles).map(([role, value]): AssumedInput => ({ kind: 'assumption', role, id: role, value })),
});

test('the run takes its roles from the catalog and no others', () => {
  const roles = { refPricePerPflopHour: 0.7, conservativePricePerPflopHour: 0.55, targetPflops: 17.5 };
  const output = valueCeilingRun.compute(question(roles));
  expect(output).toMatchObject({ parityPricePerGpuHour: 12.25 });
  expect(output).toHaveProperty('conservativePricePerGpuHour', expect.closeTo(9.625, 12));
  expect(() => valueCeilingRun.compute(question({ ...roles, pricePerGpuHour: 1 }))).toThrow(/no such field/);
});
