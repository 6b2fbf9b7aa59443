/** Operations on one project: its cash flows, what they are worth, what they earn, and what they imply. */
import { z } from 'zod';
import { cashFloor } from '../cash-floor/cash-floor.ts';
import { cashFlows } from '../cash-flows/cash-flows.ts';
import { nonNegative, positive, rate } from '../fields.ts';
import { floorAgainstMarket } from '../floor/floor-against-market.ts';
import { impliedCost } from '../implied/implied.ts';
import { projectIrr } from '../irr/project-irr.ts';
import { projectNpv } from '../npv/project-npv.ts';
import { projectSchema } from '../project.ts';
import { operationDefaults } from './defaults.ts';
import { defineOperation } from './operation.ts';

const priced = { project: projectSchema, pricePerGpuHour: nonNegative };

export const projectCashflows = defineOperation({
  name: 'project.cashflows',
  summary: 'Every cash flow of a project at a price, line by line.',
  input: z.strictObject(priced),
  answer: ({ project, pricePerGpuHour }) => cashFlows(project, pricePerGpuHour),
});

export const projectNpvOperation = defineOperation({
  name: 'project.npv',
  summary: 'Net present value of a project at a price and an annual rate.',
  input: z.strictObject({ ...priced, annualRate: rate }),
  answer: ({ annualRate, ...question }) => ({ npv: projectNpv(question, annualRate) }),
});

export const projectIrrOperation = defineOperation({
  name: 'project.irr',
  summary: 'Internal rate of return of a project at a price.',
  input: z.strictObject(priced),
  answer: projectIrr,
});

export const projectFloor = defineOperation({
  name: 'project.floor',
  summary: 'The lowest price at which a project earns its hurdle rate, and where the market stands against it.',
  input: z.strictObject({
    project: projectSchema,
    hurdleIrr: rate,
    pflops: positive.optional(),
    marketPricePerGpuHour: nonNegative.optional(),
  }),
  answer: floorAgainstMarket,
});

export const projectCashFloor = defineOperation({
  name: 'project.cashFloor',
  summary: 'The price below which hardware already paid for is better switched off, beside the floor of new hardware.',
  input: z.strictObject({
    project: projectSchema,
    hurdleIrr: rate,
    yearOfService: z.int().min(1).default(operationDefaults.cashFloor.yearOfService),
    marketPricePerGpuHour: nonNegative.optional(),
  }),
  answer: cashFloor,
});

export const projectImplied = defineOperation({
  name: 'project.implied',
  summary: 'The capex or the opex at which a price earns exactly the hurdle rate.',
  input: z.strictObject({ ...priced, solveFor: z.enum(['capexPerGpu', 'opexPerGpuHour']), hurdleIrr: rate }),
  answer: ({ solveFor, hurdleIrr, ...question }) => ({ [solveFor]: impliedCost(question, solveFor, hurdleIrr) }),
});
