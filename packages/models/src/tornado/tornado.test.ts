/** Sensitivity of the VR NVL72 floor. */
import { expect, test } from 'vitest';
import { tornado } from './tornado.ts';

const vrNvl72 = { capexPerGpu: 116_416.67, opexPerGpuHour: 1.2775, prepayFraction: 0.15 };
const swings = (inputs: readonly { readonly param: string; readonly low: number; readonly high: number }[]) =>
  tornado({ project: vrNvl72, hurdleIrr: 0.156, inputs });

test('nothing to a quarter prepaid moves the floor by 0.602', () => {
  const { floorPricePerGpuHour, rows } = swings([{ param: 'prepayFraction', low: 0, high: 0.25 }]);
  expect(floorPricePerGpuHour).toBeCloseTo(4.92, 4);
  expect(rows[0]?.floorAtLow).toBeCloseTo(5.298, 3);
  expect(rows[0]?.floorAtHigh).toBeCloseTo(4.696, 3);
  expect(rows[0]?.swing).toBeCloseTo(0.602, 3);
});

test('rows are sorted by swing, and equal ones stay in the order asked', () => {
  const { rows } = swings([
    { param: 'taxRate', low: 0, high: 0 },
    { param: 'hurdleIrr', low: 0.12, high: 0.2 },
    { param: 'debtRate', low: 0, high: 0.1 },
    { param: 'termYears', low: 4, high: 6 },
  ]);
  expect(rows.map(({ param }) => param)).toEqual(['termYears', 'hurdleIrr', 'taxRate', 'debtRate']);
  expect(rows[0]?.swing).toBeCloseTo(1.196, 3);
  expect(rows[1]?.swing).toBeCloseTo(0.506, 3);
});

test('what is no number of a project is refused', () => {
  expect(() => swings([{ param: 'timing', low: 0, high: 1 }])).toThrow(/was timing/);
  expect(() => swings([{ param: 'utilization', low: 0, high: 1 }])).toThrow(/expected above 0, was 0/);
  expect(() => swings([{ param: 'periodsPerYear', low: 3, high: 12 }])).toThrow(/one of 1, 2, 4, 12/);
});
