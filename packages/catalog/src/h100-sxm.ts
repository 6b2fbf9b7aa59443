/** H100 SXM built new and sold by the hour. */
import { assumptionSet } from './assumption.ts';
import { inferenceX, neocloudPlaybook } from './citations.ts';
import { itPowerFromUtility } from './inference-x-costs.ts';

export const h100Sxm = assumptionSet('2026-05-01/h100-sxm', {
  capexPerGpu: {
    value: 318_000 / 8,
    unit: 'USD',
    basis: 'derived',
    note: 'All-in cluster cost of 318,000 USD per 8-GPU server built to the NVIDIA reference architecture, storage not included. An October 2024 price.',
    ...neocloudPlaybook,
  },
  itKwPerGpu: itPowerFromUtility(1.73, inferenceX),
  pflopsFp8Dense: { value: 1.979, unit: 'PFLOP/s', basis: 'sourced', note: 'Dense FP8.', ...inferenceX },
});
