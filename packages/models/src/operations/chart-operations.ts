/** Operations that draw the whole picture: the one chart, who captures the spread, what moves the floor and how far. */
import { z } from 'zod';
import { finite, nonNegative, positive, rate } from '../fields.ts';
import { oneChart } from '../one-chart/one-chart.ts';
import { projectTermsSchema } from '../project.ts';
import { simulateFloor } from '../simulation/simulate-floor.ts';
import { simulationSchema } from '../simulation/simulation-question.ts';
import { tornado } from '../tornado/tornado.ts';
import { valueSplit } from '../value-split/value-split.ts';
import { operationDefaults } from './defaults.ts';
import { defineOperation } from './operation.ts';

const { chart, valueSplit: split } = operationDefaults;

const systems = {
  project: projectTermsSchema,
  ancillaryCapexPerGpu: nonNegative.default(chart.ancillaryCapexPerGpu),
  baseSystemPricePerGpu: nonNegative,
  hurdleIrr: rate,
};

export const chartOne = defineOperation({
  name: 'chart.one',
  summary: 'Rental price against project IRR, one curve per system price, with hurdle and ceilings.',
  input: z.strictObject({
    ...systems,
    systemPrices: z.array(nonNegative),
    rentalPrices: z.array(nonNegative),
    irrs: z.array(rate),
    pflops: positive.optional(),
    ceilings: z.record(z.string(), nonNegative).default({}),
  }),
  answer: oneChart,
});

export const valueSplitOperation = defineOperation({
  name: 'value.split',
  summary: 'Who captures the spread between the floor and the value ceiling.',
  input: z.strictObject({
    ...systems,
    systemPricePerGpu: nonNegative,
    memoryCostDeltaPerGpu: finite.default(split.memoryCostDeltaPerGpu),
    foundryCostDeltaPerGpu: finite.default(split.foundryCostDeltaPerGpu),
    rentalPricePerGpuHour: nonNegative,
    ceilingPricePerGpuHour: nonNegative,
  }),
  answer: valueSplit,
});

export const sensitivityTornado = defineOperation({
  name: 'sensitivity.tornado',
  summary: 'How far each assumption moves the floor, the largest swing first.',
  input: z.strictObject({
    project: z.looseObject({}),
    hurdleIrr: rate,
    inputs: z.array(z.strictObject({ param: z.string(), low: finite, high: finite })),
  }),
  answer: tornado,
});

export const simulateFloorOperation = defineOperation({
  name: 'simulate.floor',
  summary: 'How the floor is spread under uncertain inputs, and what it hangs on; the seed decides every draw.',
  input: simulationSchema,
  answer: simulateFloor,
});
