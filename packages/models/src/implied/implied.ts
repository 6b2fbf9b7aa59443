/** What a price implies: the capex or the opex at which it earns exactly the hurdle rate. */
import { affineRoot } from '../floor/affine-root.ts';
import { taxIsNonlinear } from '../floor/floor.ts';
import { ModelError } from '../model-error.ts';
import type { PricedProject } from '../npv/project-npv.ts';
import { projectNpv } from '../npv/project-npv.ts';

export type ImpliedCost = 'capexPerGpu' | 'opexPerGpuHour';

/** Costs of the size in question, so that the straight line through zero keeps its digits. */
const SPAN: Readonly<Record<ImpliedCost, number>> = { capexPerGpu: 100_000, opexPerGpuHour: 1 };

/** USD per GPU, or per GPU-hour; negative where even at no cost the price falls short of the hurdle. */
export function impliedCost(priced: PricedProject, solveFor: ImpliedCost, hurdleIrr: number): number {
  const { project, pricePerGpuHour } = priced;
  if (taxIsNonlinear(project))
    throw new ModelError('nonlinear_tax', 'lossTreatment: expected refund where tax is paid, was carryforward', priced);
  const valueAt = (cost: number) =>
    projectNpv({ project: { ...project, [solveFor]: cost }, pricePerGpuHour }, hurdleIrr);
  return affineRoot(valueAt, SPAN[solveFor]);
}
