/** Memory lever: VR NVL72 with 768 GB per GPU. */
import { expect, test } from 'vitest';
import { memoryLever } from './memory-lever.ts';

const vrNvl72 = { grossMargin: 0.6, gbPerGpu: 768, otherSystemPricePerGpu: 73_336.32 };

test('10 USD per gigabyte at a 60 % margin', () => {
  const lever = memoryLever({ ...vrNvl72, costPerGb: 10, gpusPerRack: 72, wattsPerGpu: 220_000 / 72 });
  expect(lever.pricePerGb).toBeCloseTo(25, 12);
  expect(lever.memoryPricePerGpu).toBeCloseTo(19_200, 9);
  expect(lever.memoryShareOfSystem).toBeCloseTo(0.2075, 4);
  expect(lever.memoryPricePerRack).toBeCloseTo(1_382_400, 6);
  expect(lever.systemCapexPerWatt).toBeCloseTo(30.285, 3);
});

test('a dollar more of cost is 1,920 USD more per GPU', () => {
  const priceAt = (costPerGb: number) => memoryLever({ ...vrNvl72, costPerGb }).systemPricePerGpu;
  expect(priceAt(11) - priceAt(10)).toBeCloseTo(1920, 8);
});

test('a system that costs nothing has no share of memory', () => {
  expect(
    memoryLever({ ...vrNvl72, gbPerGpu: 0, otherSystemPricePerGpu: 0, costPerGb: 1 }).memoryShareOfSystem,
  ).toBeNull();
});
