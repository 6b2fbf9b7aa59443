/** VR NVL72 at the LPDDR5X proxy: the worked number, the slope, and half the memory. */
import { memoryPassThroughs, memoryProxy } from '@bandgap/catalog';
import type { ObservedInput, RunInput, RunQuestion } from '@bandgap/core';
import { describe, expect, test } from 'vitest';
import { figureValues } from '../figure-values.ts';
import { memoryPassThrough } from './memory-pass-through.ts';
import { memoryPassThroughRun } from './memory-pass-through-run.ts';

const scenario = (id: string) => {
  const found = memoryPassThroughs.find((each) => each.id === id);
  if (found === undefined) throw new Error(`expected a pass-through ${id}`);
  return found;
};
const full = scenario('vr-nvl72/55296-gb');
const half = scenario('vr-nvl72/27648-gb');
const at = (costPerGb: number, { assumptions } = full) => memoryPassThrough(figureValues(assumptions), costPerGb);

test('at the assumed cost nothing moves', () => {
  const { floorPricePerGpuHour, assumedFloorPricePerGpuHour, capexPerWatt } = at(10);
  expect(floorPricePerGpuHour).toBe(assumedFloorPricePerGpuHour);
  expect(floorPricePerGpuHour).toBeCloseTo(4.92, 2);
  expect(capexPerWatt).toBeCloseTo(38.1, 9);
});

test('at 14.25 USD per gigabyte', () => {
  expect(at(14.25)).toMatchObject({
    assumedCostPerGb: 10,
    pricePerGb: 35.625,
    gbPerGpu: 768,
    memoryPricePerGpu: 27_360,
  });
  expect(at(14.25).capexPerGpu).toBeCloseTo(124_576.67, 2);
  expect(at(14.25).capexPerWatt).toBeCloseTo(40.77, 2);
  expect(at(14.25).floorPricePerGpuHour).toBeCloseTo(5.18, 2);
});

test('a dollar per gigabyte is six cents per GPU-hour, and half of that with half the memory', () => {
  expect(at(10).floorPerDollarPerGb).toBeCloseTo(0.0616, 4);
  expect(at(10, half).floorPerDollarPerGb).toBeCloseTo(0.0308, 4);
  expect(at(12).floorPricePerGpuHour - at(11).floorPricePerGpuHour).toBeCloseTo(at(10).floorPerDollarPerGb, 12);
});

describe('as a run', () => {
  const time = '2026-08-18T00:00:00.000Z';
  const price: ObservedInput = {
    kind: 'observation',
    role: 'price',
    series: {
      source: 'memorymarket',
      subject: memoryProxy.part,
      metric: 'average',
      venue: 'memorymarket',
      terms: { kind: 'memory', basis: memoryProxy.basis },
      unit: 'USD/package',
    },
    value: 114,
    observedAt: time,
    recordedAt: time,
    seenAt: time,
  };
  const capacity: RunInput = { kind: 'assumption', role: 'capacityGb', id: 'capacity', value: 8 };
  const figures: readonly RunInput[] = full.assumptions.map(({ role, id, value }) => ({
    kind: 'assumption',
    role,
    id,
    value,
  }));
  const compute = (inputs: readonly RunInput[]) => {
    const question: RunQuestion = {
      model: 'memory-pass-through',
      version: 1,
      subject: full.id,
      asOf: time,
      knownAt: time,
      inputs,
    };
    return memoryPassThroughRun.compute(question);
  };

  test('it names the proxy', () => {
    expect(compute([price, capacity, ...figures])).toMatchObject({
      ...at(14.25),
      proxy: {
        part: 'package-lpddr5x-64gb',
        basis: 'spot_proxy',
        source: 'memorymarket',
        price: 114,
        unit: 'USD/package',
      },
    });
  });

  test('it refuses a price that was not observed, and figures that are missing', () => {
    expect(() => compute([{ ...capacity, role: 'price' }, capacity, ...figures])).toThrow(/observed price/);
    expect(() => compute([price, capacity])).toThrow(/costPerGb/);
    expect(() => compute([price, ...figures])).toThrow(/capacityGb/);
  });
});
