/** Who captures the spread: systems 40 % dearer rented at 8.00, and nothing to share. */
import { expect, test } from 'vitest';
import { parseInput } from '../parse-input.ts';
import { projectTermsSchema } from '../project.ts';
import { valueSplit } from './value-split.ts';

const question = {
  project: parseInput(projectTermsSchema, { opexPerGpuHour: 1.2775, prepayFraction: 0.15 }),
  ancillaryCapexPerGpu: 23_880.34,
  baseSystemPricePerGpu: 92_536.33,
  systemPricePerGpu: 1.4 * 92_536.33,
  memoryCostDeltaPerGpu: 0,
  foundryCostDeltaPerGpu: 0,
  rentalPricePerGpuHour: 8,
  ceilingPricePerGpuHour: 12.25,
  hurdleIrr: 0.156,
};

test('the user keeps 4.25, the neocloud 1.89, the vendor 1.19', () => {
  const { perGpuHour, total } = valueSplit(question);
  expect(perGpuHour.endUser).toBeCloseTo(4.25, 12);
  expect(perGpuHour.neocloud).toBeCloseTo(1.89, 2);
  expect(perGpuHour.systemVendor).toBeCloseTo(1.19, 2);
  expect(total).toBeCloseTo(7.33, 4);
});

test('dearer memory and wafers come out of the vendor', () => {
  const { perGpuHour } = valueSplit({ ...question, memoryCostDeltaPerGpu: 3840, foundryCostDeltaPerGpu: 2000 });
  expect(perGpuHour.systemVendor).toBeCloseTo(1.0, 2);
  expect(perGpuHour.memoryVendor).toBeCloseTo(0.123, 3);
  expect(perGpuHour.foundry).toBeCloseTo(0.064, 3);
});

test('a spread of zero has no shares', () => {
  const { floorBase } = valueSplit(question);
  const { share } = valueSplit({ ...question, ceilingPricePerGpuHour: floorBase });
  expect(share).toEqual({ endUser: null, neocloud: null, systemVendor: null, memoryVendor: null, foundry: null });
});
