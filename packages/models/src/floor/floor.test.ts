/** The floor: published and hand-worked numbers, and what each assumption does to it. */
import { describe, expect, test } from 'vitest';
import { parseInput } from '../parse-input.ts';
import { type ProjectInput, projectSchema } from '../project.ts';
import { floorPrice } from './floor.ts';
import { floorAgainstMarket } from './floor-against-market.ts';

const vrNvl72: ProjectInput = { capexPerGpu: 116_416.67, opexPerGpuHour: 1.2775, prepayFraction: 0.15 };
const project = (change: Partial<ProjectInput> = {}) => parseInput(projectSchema, { ...vrNvl72, ...change });
const floorOf = (change: Partial<ProjectInput>, hurdleIrr = 0.156) => floorPrice(project(change), hurdleIrr);

test('VR NVL72 at 15.6 %: the published 4.92', () => expect(floorOf({})).toBeCloseTo(4.91999, 5));

describe('with one assumption changed', () => {
  test.each([
    ['monthly', { periodsPerYear: 12 }, 4.742],
    ['monthly, half a year until the first bill', { periodsPerYear: 12, startDelayPeriods: 6 }, 4.934],
    ['yearly in advance', { timing: 'advance' }, 4.545],
    ['nothing prepaid', { prepayFraction: 0 }, 5.298],
    ['credited last', { prepayCredit: 'last' }, 4.743],
    ['credited first', { prepayCredit: 'first' }, 5.141],
    ['credited from the third year', { prepayCredit: 'deferred', prepayDeferYears: 2 }, 4.821],
    ['nine hours in ten billed', { utilization: 0.9 }, 5.467],
    ['a fifth of the capex recovered', { residualFraction: 0.2 }, 4.558],
    ['tax of 21 %, losses refunded', { taxRate: 0.21 }, 5.158],
    [
      'tax of 21 %, six years, losses carried',
      { taxRate: 0.21, depreciationYears: 6, lossTreatment: 'carryforward' },
      5.205,
    ],
    ['seven years', { termYears: 7 }, 4.092],
  ] as const)('%s', (_name, change, floor) => expect(floorOf(change)).toBeCloseTo(floor, 3));

  test('equity at 20 %, three quarters borrowed at 10 %', () => {
    expect(floorOf({ basis: 'equity', debtFraction: 0.75, debtRate: 0.1 }, 0.2)).toBeCloseTo(4.558, 3);
  });
});

test('at no hurdle a residual of all the capex leaves only opex to earn', () => {
  expect(floorOf({ residualFraction: 1, prepayFraction: 0 }, 0)).toBeCloseTo(1.2775, 9);
});

test('without prepayment it is the fixed-charge rate on capex, plus opex', () => {
  const fixedChargeRate = 0.156 / (1 - 1.156 ** -5);
  expect(floorOf({ prepayFraction: 0 })).toBeCloseTo((fixedChargeRate * 116_416.67) / 8760 + 1.2775, 9);
});

test('a floor on losses carried forward is one where NPV is zero, also below a price of zero', () => {
  const change = { taxRate: 0.3, lossTreatment: 'carryforward', residualFraction: 1, opexPerGpuHour: 0 } as const;
  expect(floorOf(change, -0.1)).toBeLessThan(0);
});

describe('against the market', () => {
  const question = { project: project(), hurdleIrr: 0.156 };
  test('above the floor', () => {
    const answer = floorAgainstMarket({ ...question, pflops: 17.5, marketPricePerGpuHour: 6 });
    expect(answer.floorPricePerPflopHour).toBeCloseTo(0.281142, 6);
    expect(answer.marketOverFloor).toBeCloseTo(6 / 4.91999 - 1, 6);
    expect(answer.belowFloor).toBe(false);
  });
  test('exactly at the floor is not below it', () => {
    const floor = floorPrice(question.project, 0.156);
    expect(floorAgainstMarket({ ...question, marketPricePerGpuHour: floor }).belowFloor).toBe(false);
  });
  test('a floor that is not above zero has no ratio', () => {
    const free = project({ capexPerGpu: 0, opexPerGpuHour: 0 });
    expect(floorAgainstMarket({ project: free, hurdleIrr: 0.1, marketPricePerGpuHour: 1 }).marketOverFloor).toBeNull();
  });
  test('unasked, it says nothing of the market', () => {
    expect(Object.keys(floorAgainstMarket(question))).toEqual(['floorPricePerGpuHour']);
  });
});
