/** Implied cost: the worked number, and that it undoes the floor. */
import { expect, test } from 'vitest';
import { floorPrice } from '../floor/floor.ts';
import { parseInput } from '../parse-input.ts';
import { projectSchema } from '../project.ts';
import { impliedCost } from './implied.ts';

const gb300 = parseInput(projectSchema, { capexPerGpu: 73_761.11, opexPerGpuHour: 0.8196, prepayFraction: 0.15 });

test('GB300 at 3.50 pays for a capex of 85,399', () => {
  expect(impliedCost({ project: gb300, pricePerGpuHour: 3.5 }, 'capexPerGpu', 0.156)).toBeCloseTo(85_399.23, 2);
});

test('the price at the floor implies the costs it was made of', () => {
  const atFloor = { project: gb300, pricePerGpuHour: floorPrice(gb300, 0.156) };
  expect(impliedCost(atFloor, 'capexPerGpu', 0.156)).toBeCloseTo(73_761.11, 6);
  expect(impliedCost(atFloor, 'opexPerGpuHour', 0.156)).toBeCloseTo(0.8196, 10);
});

test('is refused where losses are carried forward against tax', () => {
  const taxed = { ...gb300, taxRate: 0.2, lossTreatment: 'carryforward' } as const;
  expect(() => impliedCost({ project: taxed, pricePerGpuHour: 3 }, 'capexPerGpu', 0.1)).toThrow(/expected refund/);
});
