/** Rental floor: the lowest price per GPU-hour at which a project earns its hurdle rate. */
import { cashFlows } from '../cash-flows/cash-flows.ts';
import { npv, periodicRate } from '../npv/npv.ts';
import type { Project } from '../project.ts';
import { affineRoot } from './affine-root.ts';
import { risingRoot } from './rising-root.ts';

/**
 * USD per GPU-hour at an effective annual hurdle above -1; negative where the residual alone more than pays.
 * Every flow is a straight line in the price, and so is NPV, unless losses are carried forward against tax.
 */
export function floorPrice(project: Project, hurdleIrr: number): number {
  const hurdle = periodicRate(hurdleIrr, project.periodsPerYear);
  const valueAt = (price: number) => npv(hurdle, cashFlows(project, price).net);
  if (!taxIsNonlinear(project)) return affineRoot(valueAt, 1);

  const refunded: Project = { ...project, lossTreatment: 'refund' };
  return risingRoot(valueAt, floorPrice(refunded, hurdleIrr));
}

/** Losses carried forward make tax depend on the order of profit and loss, so flows no longer scale with price or cost. */
export const taxIsNonlinear = ({ taxRate, lossTreatment }: Pick<Project, 'taxRate' | 'lossTreatment'>): boolean =>
  taxRate > 0 && lossTreatment === 'carryforward';
