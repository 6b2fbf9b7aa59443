/** The pipeline's floor from cited figures: the published VR NVL72 floor, GB300, and what is refused. */
import { floorProjects } from '@bandgap/catalog';
import type { AssumedInput, RunQuestion } from '@bandgap/core';
import { describe, expect, test } from 'vitest';
import { ModelError } from '../model-error.ts';
import { type RentalFloor, rentalFloor, rentalFloorRun } from './rental-floor-run.ts';

const contract = { termYears: 5, periodsPerYear: 1, prepayFraction: 0.15, hurdleIrr: 0.156, utilization: 1 };
const runningCost = {
  coloPerKwMonth: 136.9,
  pue: 1.35,
  powerUtilization: 0.8,
  electricityPerKwh: 0.087,
  otherPctCapexPerYear: 0.0314,
};
const vrRack = { capexPerWatt: 38.1, rackKw: 220, gpusPerRack: 72 };

test('VR NVL72: 4.92', () => {
  const floor = rentalFloor({ ...contract, ...runningCost, ...vrRack, pflopsFp8Dense: 17.5 });
  expect(floor.floorPricePerGpuHour).toBeCloseTo(4.92, 2);
  expect(floor.floorPricePerPflopHour).toBeCloseTo(0.2811, 4);
  expect(floor.capexPerGpu).toBeCloseTo(116_416.67, 2);
  expect(floor.opexPerGpuHour).toBeCloseTo(1.2774, 4);
  expect(floor.opexParts?.electricity).toBeCloseTo(0.2871, 4);
  expect(floor.netCashflows[0]).toBeCloseTo(-84_092.85, 2);
});

test('GB300 NVL72: 3.127', () => {
  const gb300 = { capexPerWatt: 37.4, rackKw: 142, gpusPerRack: 72 };
  expect(rentalFloor({ ...contract, ...runningCost, ...gb300 }).floorPricePerGpuHour).toBeCloseTo(3.127, 3);
});

test('capex, opex and power may be given per GPU', () => {
  const { floorPricePerGpuHour, opexParts } = rentalFloor({
    ...contract,
    capexPerGpu: 116_416.67,
    opexPerGpuHour: 1.2775,
  });
  expect(floorPricePerGpuHour).toBeCloseTo(4.91999, 5);
  expect(opexParts).toBeNull();
  const byGpu = { ...contract, ...runningCost, capexPerGpu: 116_416.67, itKwPerGpu: 220 / 72 };
  expect(rentalFloor(byGpu).floorPricePerGpuHour).toBeCloseTo(4.92, 2);
});

describe('refuses', () => {
  const codeOf = (values: Record<string, number | string>) => {
    try {
      rentalFloor(values);
      return 'nothing';
    } catch (error) {
      return error instanceof ModelError ? error.code : error;
    }
  };
  test.each([
    ['missing_field', { ...contract, ...runningCost }],
    ['missing_field', { ...contract, ...runningCost, capexPerWatt: 38.1, rackKw: 220 }],
    ['missing_field', { ...contract, capexPerGpu: 1 }],
    ['missing_field', { ...contract, ...runningCost, capexPerGpu: 1 }],
    ['conflicting_fields', { ...contract, ...runningCost, ...vrRack, capexPerGpu: 1 }],
    ['conflicting_fields', { ...contract, capexPerGpu: 1, opexPerGpuHour: 1, pue: 1.2 }],
    ['unknown_field', { ...contract, capexPerGpu: 1, opexPerGpuHour: 1, gpus: 8 }],
  ])('%s: %j', (code, values) => expect(codeOf(values)).toBe(code));
});

test.each(floorProjects.map((project) => [project.id, project] as const))(
  'the catalog entry %s has a floor',
  (_id, project) => {
    const inputs = project.assumptions.map(
      ({ role, id, value }): AssumedInput => ({ kind: 'assumption', role, id, value }),
    );
    const at = '2026-05-01T00:30:00.000Z';
    const question: RunQuestion = {
      model: 'rental-floor',
      version: 1,
      subject: project.id,
      asOf: at,
      knownAt: at,
      inputs,
    };
    expect((rentalFloorRun.compute(question) as RentalFloor).floorPricePerGpuHour).toBeGreaterThan(1);
  },
);
