/** What the pages on models say of the catalog. */
import { floorProjects, floorSets } from '@bandgap/catalog';
import { expect, test } from 'vitest';
import { fanInput, tornadoInput } from './floor-sensitivity.ts';
import { assumptionChanges, changesBetweenSets, floorsOfSystem, modelledSystem, rangeOf } from './model-views.ts';

const [vrNvl72, , h100] = floorProjects;
if (vrNvl72 === undefined || h100 === undefined) throw new Error('the catalog has no floors');

test('every floor of every set can be worked out', () => {
  for (const project of floorSets.flatMap(({ projects }) => projects)) {
    const { floorPricePerGpuHour, cashFloorPricePerGpuHour, netCashflows } = modelledSystem(project);
    expect(floorPricePerGpuHour).toBeGreaterThan(cashFloorPricePerGpuHour);
    expect(netCashflows.length).toBe(6);
  }
});

test('the newest floor of a system comes first', () => {
  expect(floorsOfSystem('vr-nvl72').map(({ asOf }) => asOf)).toEqual(['2026-07-23', '2026-05-01']);
  expect(floorsOfSystem('trainium-3')).toEqual([]);
});

test('between two sets only what differs is told', () => {
  expect(assumptionChanges(h100, h100)).toEqual([]);
  const [changes] = changesBetweenSets;
  expect(changes?.systems.map(({ id }) => id)).toEqual(['vr-nvl72']);
  const told = changes?.systems[0]?.changes ?? [];
  expect(told.map(({ role }) => role)).toEqual(['capexPerWatt', 'capexPerGpu']);
  expect(told[0]).not.toHaveProperty('after');
  expect(told[1]).not.toHaveProperty('before');
});

test('a figure has the range that somebody judged, or none', () => {
  expect(rangeOf(vrNvl72, 'hurdleIrr')?.high.value).toBe(0.2);
  expect(rangeOf(vrNvl72, 'rackKw')?.low.value).toBe(185);
  expect(rangeOf(h100, 'rackKw')).toBeUndefined();
});

test('the fan opens upwards around the published floor, the same each time', () => {
  const fan = fanInput(vrNvl72);
  expect(fan?.points.map(({ p50 }) => p50)).toEqual(fan?.points.map(({ p50 }) => p50).toSorted());
  for (const { p5, p50, p95 } of fan?.points ?? []) expect(p5 < p50 && p50 < p95).toBe(true);
  expect(fan?.published.price).toBeCloseTo(4.92, 2);
  expect(fanInput(vrNvl72)).toBe(fan);
  expect(fanInput(h100)).toBeUndefined();
});

test('the tornado has the largest swing on top', () => {
  const { floor, rows } = tornadoInput(vrNvl72);
  expect(floor).toBeCloseTo(4.92, 2);
  const swings = rows.map(({ floorAtLow, floorAtHigh }) => Math.abs(floorAtHigh - floorAtLow));
  expect(swings).toEqual(swings.toSorted((a, b) => b - a));
});
