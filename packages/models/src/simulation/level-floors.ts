/** The floor of every draw at once, by its closed form, where the contract pays the same in every period. */
import { columnElement } from '../element.ts';
import { periodsIn } from '../periods.ts';
import type { Project } from '../project.ts';

/** One number per draw for each input. */
export interface FloorColumns {
  readonly capexPerGpu: Float64Array;
  readonly opexPerGpuHour: Float64Array;
  readonly utilization: Float64Array;
  readonly residualFraction: Float64Array;
  readonly prepayFraction: Float64Array;
  readonly startDelayPeriods: Float64Array;
  readonly hurdleIrr: Float64Array;
}

/** Credited evenly, untaxed, without debt or growing opex, settled in arrears: then sums are those of annuities. */
export const isLevel = (project: Project): boolean =>
  project.prepayCredit === 'rateable' &&
  project.taxRate === 0 &&
  project.basis === 'project' &&
  project.opexEscalation === 0 &&
  project.timing === 'arrears';

/** USD per GPU-hour, one for each draw. Hurdles are above -1. */
export function levelFloors(project: Project, columns: FloorColumns): Float64Array {
  const { periodsPerYear, hoursPerYear, opexPctCapexPerYear } = project;
  const { capexPerGpu, opexPerGpuHour, utilization, residualFraction, prepayFraction, hurdleIrr } = columns;
  const periods = periodsIn(project.termYears, periodsPerYear);
  const hours = hoursPerYear / periodsPerYear;
  const floors = new Float64Array(hurdleIrr.length);
  for (let i = 0; i < floors.length; i++) {
    const logRate = Math.log1p(columnElement(hurdleIrr, i)) / periodsPerYear;
    const lost = -Math.expm1(-periods * logRate);
    const annuityFromService = logRate === 0 ? periods : lost / Math.expm1(logRate);
    const atService = Math.exp(-columnElement(columns.startDelayPeriods, i) * logRate);
    const annuity = atService * annuityFromService;
    const capex = columnElement(capexPerGpu, i);
    const opexPerHour = columnElement(opexPerGpuHour, i) + (opexPctCapexPerYear * capex) / hoursPerYear;
    const paid =
      capex * (1 - columnElement(residualFraction, i) * atService * (1 - lost)) + opexPerHour * hours * annuity;
    const prepaid = columnElement(prepayFraction, i);
    const billed = hours * columnElement(utilization, i) * (prepaid * periods + (1 - prepaid) * annuity);
    floors[i] = paid / billed;
  }
  return floors;
}
