/** Total cost of ownership against the printed HGX B300 figures. */
import { expect, test } from 'vitest';
import { totalCostOfOwnership } from './tco.ts';

const b300 = { itCapexPerGpu: 61_634.875, wacc: 0.103, itLifeYears: 5, dcLifeYears: 15, opexPerGpuHour: 0.21 };

test('HGX B300: 1.81 for IT, 0.36 for the data centre, 2.37 in all', () => {
  const tco = totalCostOfOwnership({ ...b300, dcCapexPerGpu: 23_875 });
  expect(tco.itCapitalPerGpuHour).toBeCloseTo(1.806, 3);
  expect(tco.dcCapitalPerGpuHour).toBeCloseTo(0.357, 3);
  expect(tco.tcoPerGpuHour).toBeCloseTo(2.374, 3);
});

test('a data centre that is rented costs no capital', () => {
  expect(totalCostOfOwnership(b300).dcCapitalPerGpuHour).toBe(0);
});

test('capital that costs nothing is spread evenly', () => {
  const free = totalCostOfOwnership({ ...b300, itCapexPerGpu: 730 * 60, wacc: 0 });
  expect(free.itCapitalPerGpuHour).toBeCloseTo(1, 12);
});
