/** Operations that build up costs: capex from watts, opex from its parts, total cost of ownership, memory. */
import { z } from 'zod';
import { capexPerGpu } from '../capex/capex.ts';
import { grossMargin, nonNegative, positive, share } from '../fields.ts';
import { memoryLever } from '../memory-lever/memory-lever.ts';
import { opexPerGpuHour } from '../opex/opex.ts';
import { totalCostOfOwnership } from '../tco/tco.ts';
import { operationDefaults } from './defaults.ts';
import { defineOperation } from './operation.ts';

const { capex, opex, tco, memory } = operationDefaults;

export const capexBuild = defineOperation({
  name: 'capex.build',
  summary: 'All-in capex of one GPU from a price per watt.',
  input: z.strictObject({
    capexPerWatt: nonNegative,
    wattsPerGpu: nonNegative,
    systemShare: share.default(capex.systemShare),
    networkUplift: z.number().min(-1).default(capex.networkUplift),
    systemPriceShock: z.number().min(-1).default(capex.systemPriceShock),
  }),
  answer: capexPerGpu,
});

export const opexBuild = defineOperation({
  name: 'opex.build',
  summary: 'Operating cost of one GPU-hour from its parts.',
  input: z.strictObject({
    itKwPerGpu: nonNegative,
    coloPerKwMonth: nonNegative.default(opex.coloPerKwMonth),
    pue: z.number().min(1).default(opex.pue),
    powerUtilization: share.default(opex.powerUtilization),
    electricityPerKwh: nonNegative.default(opex.electricityPerKwh),
    otherPctCapexPerYear: nonNegative.default(opex.otherPctCapexPerYear),
    capexPerGpu: nonNegative.default(opex.capexPerGpu),
    otherPerGpuHour: nonNegative.default(opex.otherPerGpuHour),
    hoursPerYear: positive.default(opex.hoursPerYear),
  }),
  answer: opexPerGpuHour,
});

export const tcoOperation = defineOperation({
  name: 'tco',
  summary: 'Total cost of ownership of one GPU-hour, capital as a monthly annuity.',
  input: z.strictObject({
    itCapexPerGpu: nonNegative,
    wacc: nonNegative.default(tco.wacc),
    itLifeYears: positive.default(tco.itLifeYears),
    dcCapexPerGpu: nonNegative.optional(),
    dcLifeYears: positive.default(tco.dcLifeYears),
    dcWacc: nonNegative.optional(),
    opexPerGpuHour: nonNegative.default(tco.opexPerGpuHour),
  }),
  answer: totalCostOfOwnership,
});

export const memorySocamm = defineOperation({
  name: 'memory.socamm',
  summary: "What memory adds to the price of a system through the vendor's margin.",
  input: z.strictObject({
    costPerGb: nonNegative,
    grossMargin,
    gbPerGpu: nonNegative,
    otherSystemPricePerGpu: nonNegative.default(memory.otherSystemPricePerGpu),
    wattsPerGpu: positive.optional(),
    gpusPerRack: positive.optional(),
  }),
  answer: memoryLever,
});
