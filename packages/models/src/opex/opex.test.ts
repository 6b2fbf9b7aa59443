/** Opex per GPU-hour from its parts. */
import { expect, test } from 'vitest';
import { opexPerGpuHour } from './opex.ts';

test('VR NVL72', () => {
  const opex = opexPerGpuHour({
    itKwPerGpu: 220 / 72,
    coloPerKwMonth: 136.9,
    pue: 1.35,
    powerUtilization: 0.8,
    electricityPerKwh: 0.087,
    otherPctCapexPerYear: 0.0314,
    capexPerGpu: 116_416.67,
    otherPerGpuHour: 0.1,
    hoursPerYear: 8760,
  });
  expect(opex.colocation).toBeCloseTo(0.573, 4);
  expect(opex.electricity).toBeCloseTo(0.2871, 4);
  expect(opex.otherPctCapex).toBeCloseTo(0.4173, 4);
  expect(opex.otherFixed).toBe(0.1);
  expect(opex.opexPerGpuHour).toBeCloseTo(1.2774 + 0.1, 4);
});
