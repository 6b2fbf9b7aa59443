/** The spread of the VR NVL72 floor, its seed, its closed form, and what is refused. */
import { uncertainFloors } from '@bandgap/catalog';
import type { AssumedInput } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureValues } from '../figure-values.ts';
import { floorPrice } from '../floor/floor.ts';
import { ModelError } from '../model-error.ts';
import { evaluateOperation } from '../operations/evaluate-operation.ts';
import { parseInput } from '../parse-input.ts';
import { projectSchema } from '../project.ts';
import { citedSimulation, floorSimulationRun } from './floor-simulation-run.ts';
import { levelFloors } from './level-floors.ts';
import { simulateFloor } from './simulate-floor.ts';

const figures = uncertainFloors[0]?.assumptions ?? [];
const vrNvl72 = citedSimulation({ ...figureValues(figures), marketPricePerGpuHour: 4.92 });

describe('VR NVL72, 200,000 draws', () => {
  const simulation = simulateFloor(vrNvl72);
  test('percentiles', () => {
    const { mean, standardDeviation, p5, p50, p95 } = simulation.floorPricePerGpuHour;
    expect([mean, standardDeviation, p5, p50, p95].map((price) => Number(price.toFixed(3)))).toEqual([
      4.834, 0.461, 4.118, 4.811, 5.631,
    ]);
  });
  test('41 % of the floors are above 4.92, 8 % above 5.50, 1 % above 6.00', () => {
    const above = (marketPricePerGpuHour: number) =>
      simulateFloor({ ...vrNvl72, draws: 50_000, marketPricePerGpuHour }).probabilityMarketBelowFloor;
    expect(simulation.probabilityMarketBelowFloor).toBeCloseTo(0.41, 2);
    expect(above(5.5)).toBeCloseTo(0.08, 2);
    expect(above(6)).toBeCloseTo(0.01, 2);
  });
  test('what it hangs on', () => {
    const ranked = simulation.inputs.map(({ param, rankCorrelation }) => [param, Number(rankCorrelation?.toFixed(1))]);
    expect(ranked).toEqual([
      ['capexPerGpu', 0.7],
      ['capexPerWatt', 0.6],
      ['wattsPerGpu', 0.4],
      ['opexPerGpuHour', 0.4],
      ['hurdleIrr', 0.3],
      ['prepayFraction', -0.3],
      ['utilization', -0.2],
      ['startDelayPeriods', 0.2],
      ['residualFraction', -0.1],
    ]);
  });
});

test('the same seed gives the same bytes, another seed others', () => {
  const bytes = (seed: number) => JSON.stringify(simulateFloor({ ...vrNvl72, draws: 1000, seed }));
  expect(bytes(1)).toBe(bytes(1));
  expect(bytes(1)).not.toBe(bytes(2));
});

test('the run takes the cited figures, its seed among them, and no others', () => {
  const inputs = figures.map(({ role, id, value }): AssumedInput => ({ kind: 'assumption', role, id, value }));
  const at = '2026-05-01T00:30:00.000Z';
  const question = { model: 'floor-simulation', version: 1, subject: 'vr-nvl72/contract_5y', asOf: at, knownAt: at };
  expect(floorSimulationRun.compute({ ...question, inputs })).toMatchObject({ seed: 20_260_501, draws: 200_000 });
  const odd: AssumedInput = { kind: 'assumption', role: 'gpus', id: 'x', value: 8 };
  expect(() => floorSimulationRun.compute({ ...question, inputs: [...inputs, odd] })).toThrow(/gpus: expected no such/);
});

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('the closed form is the floor', () => {
  const terms = fc.record({
    termYears: fc.integer({ min: 1, max: 7 }),
    periodsPerYear: fc.constantFrom(1, 2, 4, 12),
    opexPctCapexPerYear: between(0, 0.05),
  });
  const drawn = fc.record({
    capexPerGpu: between(0, 300_000),
    opexPerGpuHour: between(0, 3),
    utilization: between(0.3, 1),
    residualFraction: between(0, 1),
    prepayFraction: between(0, 1),
    startDelayPeriods: fc.integer({ min: 0, max: 12 }),
    hurdleIrr: fc.oneof(between(-0.2, 0.5), fc.constant(0)),
  });
  fc.assert(
    fc.property(terms, drawn, (contract, { hurdleIrr, ...values }) => {
      const project = parseInput(projectSchema, { ...contract, ...values });
      const column = (value: number) => Float64Array.of(value);
      const [found] = levelFloors(project, {
        capexPerGpu: column(values.capexPerGpu),
        opexPerGpuHour: column(values.opexPerGpuHour),
        utilization: column(values.utilization),
        residualFraction: column(values.residualFraction),
        prepayFraction: column(values.prepayFraction),
        startDelayPeriods: column(values.startDelayPeriods),
        hurdleIrr: column(hurdleIrr),
      });
      const expected = floorPrice(project, hurdleIrr);
      expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
    }),
    { numRuns: 300 },
  );
});

test('a contract that is not level is worked out draw by draw', () => {
  const inputs = [{ param: 'hurdleIrr', distribution: { kind: 'uniform', low: 0.156, high: 0.156 } }] as const;
  const project = parseInput(projectSchema, { capexPerGpu: 116_416.67, opexPerGpuHour: 1.2775, prepayFraction: 0.15 });
  const median = (change: object) =>
    simulateFloor({ project: { ...project, ...change }, hurdleIrr: 0, inputs: [...inputs], draws: 3, seed: 1 })
      .floorPricePerGpuHour.p50;
  expect(median({})).toBeCloseTo(4.91999, 5);
  expect(median({ timing: 'advance' })).toBeCloseTo(4.545, 3);
  expect(median({ taxRate: 0.21 })).toBeCloseTo(5.158, 3);
  expect(median({ opexEscalation: 0.03 })).toBeCloseTo(4.983, 3);
});

describe('refuses', () => {
  const uniform = (param: string, low: number, high: number) => ({
    param,
    distribution: { kind: 'uniform', low, high },
  });
  const refused = (inputs: readonly object[], rest: object = {}) =>
    evaluateOperation({
      op: 'simulate.floor',
      input: { project: { capexPerGpu: 1 }, hurdleIrr: 0.1, draws: 10, seed: 1, inputs, ...rest },
    });
  test.each([
    ['bad_choice', [uniform('termYears', 3, 5)], {}],
    ['bad_choice', [uniform('startDelayPeriods', 0, 9)], {}],
    ['bad_choice', [{ param: 'utilization', distribution: { kind: 'lognormal', median: 0.9, sigma: 0.1 } }], {}],
    ['out_of_range', [uniform('utilization', 0.9, 1.1)], {}],
    ['out_of_range', [uniform('capexPerGpu', 2, 1)], {}],
    ['out_of_range', [uniform('capexPerGpu', 1, 2)], { draws: 0 }],
    ['out_of_range', [uniform('capexPerGpu', 1, 2)], { draws: 2e6 }],
    ['out_of_range', [uniform('capexPerGpu', 1, 2)], { seed: -1 }],
    ['missing_field', [uniform('capexPerWatt', 30, 40)], {}],
    ['missing_field', [uniform('capexPerGpu', 1, 2)], { seed: undefined }],
    ['conflicting_fields', [uniform('hurdleIrr', 0.1, 0.2), uniform('hurdleIrr', 0.1, 0.2)], {}],
    ['conflicting_fields', ['capexPerGpu', 'capexPerWatt', 'wattsPerGpu'].map((param) => uniform(param, 1, 2)), {}],
    ['out_of_range', [], {}],
  ])('%s: %j %j', (code, inputs, rest) => {
    expect(refused(inputs, rest)).toMatchObject({ ok: false, error: { code } });
  });
  test('a figure that is missing', () => {
    const { seed, ...unseeded } = figureValues(figures);
    expect(seed).toBe(20_260_501);
    expect(() => citedSimulation(unseeded)).toThrow(ModelError);
  });
});
