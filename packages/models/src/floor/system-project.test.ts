/** Which systems have a floor in which set, and what the others lack, by name. */
import { describe, expect, test } from 'vitest';
import { figureValues } from '../figure-values.ts';
import { rentalFloor } from './rental-floor-run.ts';
import { systemProject } from './system-project.ts';

const floorOf = (system: string, asOf: string) =>
  rentalFloor(figureValues(systemProject(system, asOf).assumptions)).floorPricePerGpuHour;

describe('floors by date', () => {
  test.each([
    ['vr-nvl72', '2026-05-01', 4.92],
    ['gb300-nvl72', '2026-05-01', 3.127],
    ['h100-sxm', '2026-05-01', 1.876],
    ['vr-nvl72', '2026-07-23', 5.48],
    ['vr-nvl72-max-q', '2026-07-23', 5.354],
    ['b300-hgx', '2026-07-23', 2.68],
    ['gb200-nvl72', '2026-07-23', 2.327],
    ['gb300-nvl72', '2026-07-23', 3.127],
  ])('%s as of %s', (system, asOf, floor) => expect(floorOf(system, asOf)).toBeCloseTo(floor, 2));
});

describe('refuses', () => {
  test.each([
    ['trainium-3', '2026-07-23', 'no all-in capex known for Trainium 3; no IT power known for Trainium 3'],
    ['mi355x', '2026-05-01', 'no all-in capex known for MI355X'],
    ['h200-sxm', '2026-07-23', 'no all-in capex known for NVIDIA HGX H200'],
    ['b300-hgx', '2026-05-01', 'no floor of NVIDIA HGX B300 in the set of 2026-05-01; see 2026-07-23'],
    ['vr-nvl73', '2026-05-01', /^system: expected one of h100-sxm, .*, was "vr-nvl73"$/],
    ['vr-nvl72', '2026-06-01', 'set: expected one of 2026-05-01, 2026-07-23, was "2026-06-01"'],
  ])('%s as of %s', (system, asOf, message) => expect(() => systemProject(system, asOf)).toThrow(message));
});
