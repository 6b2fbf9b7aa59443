/** What is known of the AMD Instinct systems; nobody prints what they cost to buy. */
import { assumptionSet } from './assumption.ts';
import { inferenceX, inferenceXSpecs } from './citations.ts';
import { inferenceXCosts, itPowerFromUtility } from './inference-x-costs.ts';

const denseFp8 = (value: number) =>
  ({ value, unit: 'PFLOP/s', basis: 'sourced', note: 'Dense FP8.', ...inferenceXSpecs }) as const;

export const mi300xFacts = assumptionSet('2026-05-01/mi300x', {
  pflopsFp8Dense: denseFp8(2.615),
  itKwPerGpu: itPowerFromUtility(1.79, inferenceX),
  ...inferenceXCosts({ utilityKw: 1.79, hyperscaler: 1.12, neocloud: 1.4, rental3y: 1.55 }),
});

export const mi325xFacts = assumptionSet('2026-05-01/mi325x', {
  pflopsFp8Dense: denseFp8(2.615),
  itKwPerGpu: itPowerFromUtility(2.18, inferenceX),
  ...inferenceXCosts({ utilityKw: 2.18, hyperscaler: 1.28, neocloud: 1.59, rental3y: 1.8 }),
});

export const mi355xFacts = assumptionSet('2026-05-01/mi355x', {
  pflopsFp8Dense: denseFp8(5.033),
  itKwPerGpu: itPowerFromUtility(2.65, inferenceX),
  ...inferenceXCosts({ utilityKw: 2.65, hyperscaler: 1.48, neocloud: 1.9, rental3y: 2.1 }),
});
