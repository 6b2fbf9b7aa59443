/** The straight line of rental prices that earn one IRR, over the price of the system. */
import { floorPrice, taxIsNonlinear } from '../floor/floor.ts';
import { ModelError } from '../model-error.ts';
import type { ProjectTerms } from '../project.ts';

/** Price per GPU-hour = `alpha` + `beta` x system price per GPU. */
export interface IsoIrr {
  readonly irr: number;
  readonly alpha: number;
  readonly beta: number;
}

/** Any span gives the same slope; one the size of a system keeps its digits. */
const SPAN = 100_000;

/** Throws a ModelError where carried losses bend the line. */
export function isoIrr(terms: ProjectTerms, ancillaryCapexPerGpu: number, irr: number): IsoIrr {
  if (taxIsNonlinear(terms))
    throw new ModelError('nonlinear_tax', 'lossTreatment: expected refund where tax is paid, was carryforward', terms);
  const floorAt = (capexPerGpu: number) => floorPrice({ ...terms, capexPerGpu }, irr);
  const alpha = floorAt(ancillaryCapexPerGpu);
  return { irr, alpha, beta: (floorAt(ancillaryCapexPerGpu + SPAN) - alpha) / SPAN };
}

export const priceOn = ({ alpha, beta }: IsoIrr, systemPricePerGpu: number): number => alpha + beta * systemPricePerGpu;
