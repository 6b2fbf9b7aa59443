/** The cash floor: the worked numbers, what the market is told, and its place under the floor. */
import { floorProjects } from '@bandgap/catalog';
import type { AssumedInput } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floorPrice } from '../floor/floor.ts';
import { parseInput } from '../parse-input.ts';
import { type ProjectInput, projectSchema } from '../project.ts';
import { cashFloor, cashFloorPrice } from './cash-floor.ts';
import { cashFloorRun } from './cash-floor-run.ts';

const vrNvl72: ProjectInput = { capexPerGpu: 116_416.67, opexPerGpuHour: 1.2775, prepayFraction: 0.15 };
const project = (change: Partial<ProjectInput> = {}) => parseInput(projectSchema, { ...vrNvl72, ...change });

describe('VR NVL72', () => {
  test.each([
    ['every hour billed', {}, 1, 1.2775],
    ['nine hours in ten billed', { utilization: 0.9 }, 1, 1.41944],
    ['opex 3 % dearer every year, in the third', { opexEscalation: 0.03 }, 3, 1.2775 * 1.03 ** 2],
    ['another 3.14 % of capex a year', { opexPctCapexPerYear: 0.0314 }, 1, 1.2775 + (0.0314 * 116_416.67) / 8760],
  ])('%s', (_name, change, year, price) => expect(cashFloorPrice(project(change), year)).toBeCloseTo(price, 5));
});

describe('against the market', () => {
  test.each([
    [1.2, 'switch_off'],
    [1.2775, 'run'],
    [4.9, 'run'],
    [4.92, 'build'],
  ])('at %d: %s', (marketPricePerGpuHour, verdict) => {
    const question = { project: project(), hurdleIrr: 0.156, yearOfService: 1, marketPricePerGpuHour };
    expect(cashFloor(question)).toMatchObject({ verdict });
  });
  test('unasked, it gives the two floors', () => {
    const floors = cashFloor({ project: project(), hurdleIrr: 0.156, yearOfService: 1 });
    expect(Object.keys(floors)).toEqual(['cashFloorPricePerGpuHour', 'floorPricePerGpuHour']);
  });
});

test('with nothing to earn back the two floors are one', () => {
  const share = fc.double({ min: 0.3, max: 1, noNaN: true });
  const opex = fc.double({ min: 0.1, max: 5, noNaN: true });
  fc.assert(
    fc.property(opex, share, (opexPerGpuHour, utilization) => {
      const paidFor = project({ capexPerGpu: 0, opexPerGpuHour, utilization, prepayFraction: 0 });
      expect(cashFloorPrice(paidFor, 1)).toBeCloseTo(floorPrice(paidFor, 0.156), 9);
    }),
  );
});

test.each(floorProjects.map((each) => [each.id, each] as const))('the figures of %s', (id, { assumptions }) => {
  const inputs = assumptions.map(
    ({ role, id: figure, value }): AssumedInput => ({ kind: 'assumption', role, id: figure, value }),
  );
  const at = '2026-05-01T00:30:00.000Z';
  const output = cashFloorRun.compute({ model: 'cash-floor', version: 1, subject: id, asOf: at, knownAt: at, inputs });
  const { cashFloorPricePerGpuHour: cash, floorPricePerGpuHour: floor } = output as ReturnType<typeof cashFloor>;
  expect(cash).toBeGreaterThan(0);
  expect(cash).toBeLessThan(floor);
});
