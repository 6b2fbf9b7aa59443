/** The spread of a system's floor from cited distributions. The seed is among the inputs, so the run can be repeated. */
import { z } from 'zod';
import { finite, nonNegative, positive } from '../fields.ts';
import { parseInput } from '../parse-input.ts';
import type { RunModel } from '../run-model.ts';
import { runValues } from '../run-values.ts';
import { type FloorSimulation, simulateFloor } from './simulate-floor.ts';
import { type SimulationQuestion, simulationSchema } from './simulation-question.ts';

const roles = z.strictObject({
  termYears: positive,
  periodsPerYear: positive,
  gpusPerRack: positive,
  capexPerWatt: positive,
  capexPerWattSigma: nonNegative,
  rackKwLow: nonNegative,
  rackKwHigh: nonNegative,
  opexPerGpuHourLow: finite,
  opexPerGpuHourMode: finite,
  opexPerGpuHourHigh: finite,
  utilizationLow: finite,
  utilizationMode: finite,
  utilizationHigh: finite,
  residualFractionLow: finite,
  residualFractionMode: finite,
  residualFractionHigh: finite,
  prepayFractionLow: finite,
  prepayFractionMode: finite,
  prepayFractionHigh: finite,
  startDelayPeriodsLow: finite,
  startDelayPeriodsHigh: finite,
  hurdleIrrLow: finite,
  hurdleIrrHigh: finite,
  draws: positive,
  seed: nonNegative,
  marketPricePerGpuHour: nonNegative.optional(),
});

/** Throws a ModelError that names what is missing or out of range. */
export function citedSimulation(values: Readonly<Record<string, number | string>>): SimulationQuestion {
  const r = parseInput(roles, values);
  const watts = (rackKw: number) => (rackKw * 1000) / r.gpusPerRack;
  const { marketPricePerGpuHour: market } = r;
  return parseInput(simulationSchema, {
    project: {
      termYears: r.termYears,
      periodsPerYear: r.periodsPerYear,
      capexPerGpu: r.capexPerWatt * watts(r.rackKwHigh),
    },
    hurdleIrr: r.hurdleIrrLow,
    draws: r.draws,
    seed: r.seed,
    ...(market !== undefined && { marketPricePerGpuHour: market }),
    inputs: [
      {
        param: 'capexPerWatt',
        distribution: { kind: 'lognormal', median: r.capexPerWatt, sigma: r.capexPerWattSigma },
      },
      { param: 'wattsPerGpu', distribution: { kind: 'uniform', low: watts(r.rackKwLow), high: watts(r.rackKwHigh) } },
      triangular('opexPerGpuHour', [r.opexPerGpuHourLow, r.opexPerGpuHourMode, r.opexPerGpuHourHigh]),
      triangular('utilization', [r.utilizationLow, r.utilizationMode, r.utilizationHigh]),
      triangular('residualFraction', [r.residualFractionLow, r.residualFractionMode, r.residualFractionHigh]),
      triangular('prepayFraction', [r.prepayFractionLow, r.prepayFractionMode, r.prepayFractionHigh]),
      {
        param: 'startDelayPeriods',
        distribution: { kind: 'integer', low: r.startDelayPeriodsLow, high: r.startDelayPeriodsHigh },
      },
      { param: 'hurdleIrr', distribution: { kind: 'uniform', low: r.hurdleIrrLow, high: r.hurdleIrrHigh } },
    ],
  });
}

const triangular = (param: string, [low, mode, high]: readonly [number, number, number]) => ({
  param,
  distribution: { kind: 'triangular', low, mode, high },
});

export const floorSimulationRun: RunModel = {
  id: 'floor-simulation',
  version: 1,
  compute: (question): FloorSimulation => simulateFloor(citedSimulation(runValues(question))),
};
