/** The rental floor of a system from cited figures. */
import { cashFlows } from '../cash-flows/cash-flows.ts';
import type { RunModel } from '../run-model.ts';
import { runValues } from '../run-values.ts';
import { type CitedProject, type CitedValues, citedProject } from './cited-project.ts';
import { floorPrice } from './floor.ts';

export interface RentalFloor extends Pick<CitedProject, 'opexParts'> {
  readonly floorPricePerGpuHour: number;
  /** Null where the PFLOPS of the GPU are not among the inputs. */
  readonly floorPricePerPflopHour: number | null;
  readonly capexPerGpu: number;
  readonly opexPerGpuHour: number;
  /** USD per GPU and period at the floor, the first at signing. */
  readonly netCashflows: readonly number[];
}

export function rentalFloor(values: CitedValues): RentalFloor {
  const { project, hurdleIrr, pflops, opexParts } = citedProject(values);
  const floor = floorPrice(project, hurdleIrr);
  return {
    floorPricePerGpuHour: floor,
    floorPricePerPflopHour: pflops === undefined ? null : floor / pflops,
    capexPerGpu: project.capexPerGpu,
    opexPerGpuHour: project.opexPerGpuHour,
    opexParts,
    netCashflows: cashFlows(project, floor).net,
  };
}

export const rentalFloorRun: RunModel = {
  id: 'rental-floor',
  version: 1,
  compute: (question) => rentalFloor(runValues(question)),
};
