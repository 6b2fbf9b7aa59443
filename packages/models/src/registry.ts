/** Every model of the pipeline, each with its version. A new one is a folder and a line here. */
import { blendedPriceRun } from './blended-price/blended-price-run.ts';
import { cashFloorRun } from './cash-floor/cash-floor-run.ts';
import { valueCeilingRun } from './ceiling/value-ceiling-run.ts';
import { confirmedPriceRun } from './confirmed-price/confirmed-price-run.ts';
import { rentalFloorRun } from './floor/rental-floor-run.ts';
import { memoryPassThroughRun } from './memory-pass-through/memory-pass-through-run.ts';
import { memoryUnitPriceRun } from './memory-unit-price/memory-unit-price-run.ts';
import { ModelError } from './model-error.ts';
import { rentalIndexRun } from './rental-index/rental-index-run.ts';
import type { RunModel } from './run-model.ts';
import { floorSimulationRun } from './simulation/floor-simulation-run.ts';

export const runModels: readonly RunModel[] = [
  rentalFloorRun,
  cashFloorRun,
  floorSimulationRun,
  valueCeilingRun,
  confirmedPriceRun,
  blendedPriceRun,
  memoryUnitPriceRun,
  memoryPassThroughRun,
  rentalIndexRun,
];

/** Throws a ModelError for a model or a version that is not here. */
export function runModel(id: string, version: number): RunModel {
  const model = runModels.find((known) => known.id === id && known.version === version);
  if (model !== undefined) return model;
  const known = runModels.map((each) => `${each.id} v${each.version}`).join(', ');
  throw new ModelError('unknown_model', `model: expected one of ${known}, was ${id} v${version}`, { id, version });
}
