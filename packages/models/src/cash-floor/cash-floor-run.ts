/** The cash floor of a system from the cited figures of its rental floor. */
import { type CitedProject, type CitedValues, citedProject } from '../floor/cited-project.ts';
import type { RunModel } from '../run-model.ts';
import { runValues } from '../run-values.ts';
import { type CashFloor, cashFloor } from './cash-floor.ts';

export type CitedCashFloor = Pick<CashFloor, 'cashFloorPricePerGpuHour' | 'floorPricePerGpuHour'> &
  Pick<CitedProject, 'opexParts'> & { readonly opexPerGpuHour: number };

export function citedCashFloor(values: CitedValues): CitedCashFloor {
  const { project, hurdleIrr, opexParts } = citedProject(values);
  return {
    ...cashFloor({ project, hurdleIrr, yearOfService: 1 }),
    opexPerGpuHour: project.opexPerGpuHour,
    opexParts,
  };
}

export const cashFloorRun: RunModel = {
  id: 'cash-floor',
  version: 1,
  compute: (question) => citedCashFloor(runValues(question)),
};
