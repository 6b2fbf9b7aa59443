/** Straight-line depreciation down to the residual value; what is left at the end of service is written off there. */
import { periodsIn } from '../periods.ts';
import type { Project } from '../project.ts';

type Depreciable = Pick<
  Project,
  'capexPerGpu' | 'residualFraction' | 'depreciationYears' | 'termYears' | 'periodsPerYear'
>;

/** USD per GPU in service period k. */
export function depreciationIn(project: Depreciable, servicePeriod: number): number {
  const lifePeriods = periodsIn(project.depreciationYears, project.periodsPerYear);
  const servicePeriods = periodsIn(project.termYears, project.periodsPerYear);
  const base = project.capexPerGpu * (1 - project.residualFraction);
  const perPeriod = base / lifePeriods;
  if (lifePeriods > servicePeriods && servicePeriod === servicePeriods) return base - (servicePeriods - 1) * perPeriod;
  return servicePeriod <= lifePeriods ? perPeriod : 0;
}
