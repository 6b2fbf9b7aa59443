/** What is known of the Hopper systems beside the figures a floor is worked out from. */
import { assumptionSet } from './assumption.ts';
import { inferenceX, inferenceXSpecs, trainingBenchmarks } from './citations.ts';
import { inferenceXCosts, itPowerFromUtility } from './inference-x-costs.ts';

export const h100Facts = assumptionSet('2026-05-01/h100-sxm', {
  ...inferenceXCosts({ utilityKw: 1.73, hyperscaler: 1.3, neocloud: 1.69, rental3y: 1.3 }),
  systemPricePerGpu: {
    value: 190_000 / 8,
    unit: 'USD',
    basis: 'derived',
    note: 'A server of 8 GPUs at 190,000 USD, bought by a hyperscaler; 250,000 all-in.',
    ...trainingBenchmarks,
  },
});

export const h200Facts = assumptionSet('2026-05-01/h200-sxm', {
  pflopsFp8Dense: { value: 1.979, unit: 'PFLOP/s', basis: 'sourced', note: 'Dense FP8.', ...inferenceXSpecs },
  itKwPerGpu: itPowerFromUtility(1.73, inferenceX),
  ...inferenceXCosts({ utilityKw: 1.73, hyperscaler: 1.41, neocloud: 1.74, rental3y: 1.6 }),
});
