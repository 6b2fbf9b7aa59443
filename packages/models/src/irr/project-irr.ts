/** What a project at a given price earns. */
import { cashFlows } from '../cash-flows/cash-flows.ts';
import type { PricedProject } from '../npv/project-npv.ts';
import { type Irr, irr } from './irr.ts';

export const projectIrr = ({ project, pricePerGpuHour }: PricedProject): Irr =>
  irr(cashFlows(project, pricePerGpuHour).net, project.periodsPerYear);
