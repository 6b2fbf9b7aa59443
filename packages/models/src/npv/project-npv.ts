/** What a project at a given price is worth at signing. */
import { cashFlows } from '../cash-flows/cash-flows.ts';
import type { Project } from '../project.ts';
import { npv, periodicRate } from './npv.ts';

export interface PricedProject {
  readonly project: Project;
  readonly pricePerGpuHour: number;
}

/** USD per GPU at time 0, discounted at an effective annual rate above -1. */
export const projectNpv = ({ project, pricePerGpuHour }: PricedProject, annualRate: number): number =>
  npv(periodicRate(annualRate, project.periodsPerYear), cashFlows(project, pricePerGpuHour).net);
