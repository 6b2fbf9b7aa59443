/** What is known of the Blackwell systems beside the figures of the GB300 floor. */
import { assumptionSet } from './assumption.ts';
import {
  aiValueCapture,
  inferenceX,
  inferenceXSpecs,
  spaceDatacenters,
  trainingBenchmarks,
  veraRubinInference,
} from './citations.ts';
import { inferenceXCosts, itPowerFromUtility } from './inference-x-costs.ts';

const denseFp8 = (value: number) =>
  ({ value, unit: 'PFLOP/s', basis: 'sourced', note: 'Dense FP8.', ...inferenceXSpecs }) as const;

export const b200Facts = assumptionSet('2026-05-01/b200-hgx', {
  pflopsFp8Dense: denseFp8(4.5),
  itKwPerGpu: itPowerFromUtility(2.17, inferenceX),
  ...inferenceXCosts({ utilityKw: 2.17, hyperscaler: 1.95, neocloud: 2.34, rental3y: 2.9 }),
});

/** InferenceX marks its B300 prices as stand-ins, so they are not here. */
export const b300 = assumptionSet('2026-07-23/b300-hgx', {
  capexPerGpu: {
    value: 986_158 / 16,
    unit: 'USD',
    basis: 'derived',
    note: 'All-in IT cost of two HGX servers of 8 GPUs.',
    ...spaceDatacenters,
  },
  itKwPerGpu: {
    value: 30.5 / 16,
    unit: 'kW',
    basis: 'derived',
    note: '30.5 kW for two HGX servers of 8 GPUs.',
    ...spaceDatacenters,
  },
  pflopsFp8Dense: denseFp8(4.5),
});

export const b300Facts = assumptionSet('2026-07-23/b300-hgx', {
  systemPricePerGpu: {
    value: 880_400 / 16,
    unit: 'USD',
    basis: 'derived',
    note: 'Two HGX servers of 8 GPUs.',
    ...spaceDatacenters,
  },
  tcoHyperscalerPerGpuHour: { value: 2.37, unit: 'USD per GPU-hour', basis: 'sourced', ...spaceDatacenters },
});

export const gb200 = assumptionSet('2026-07-23/gb200-nvl72', {
  capexPerGpu: {
    value: 3_900_000 / 72,
    unit: 'USD',
    basis: 'derived',
    note: 'All-in cost of a rack of 72 GPUs to a hyperscaler, August 2025.',
    ...trainingBenchmarks,
  },
  itKwPerGpu: itPowerFromUtility(2.1, inferenceX),
  pflopsFp8Dense: denseFp8(5),
});

export const gb200Facts = assumptionSet('2026-07-23/gb200-nvl72', {
  systemPricePerGpu: {
    value: 3_100_000 / 72,
    unit: 'USD',
    basis: 'derived',
    note: 'A rack of 72 GPUs, without what stands around it.',
    ...trainingBenchmarks,
  },
  ...inferenceXCosts({ utilityKw: 2.1, hyperscaler: 2.21, neocloud: 2.75, rental3y: 3.3 }),
  tcoOwnerPerGpuHour: {
    value: 1.84,
    unit: 'USD per GPU-hour',
    basis: 'sourced',
    note: 'Owned and operated.',
    ...veraRubinInference,
  },
});

export const gb300Facts = [
  ...assumptionSet('2026-05-01/gb300-nvl72', {
    tcoPerGpuHour: {
      value: 2.69,
      unit: 'USD per GPU-hour',
      basis: 'sourced',
      note: 'The article does not say for which kind of owner.',
      ...aiValueCapture,
    },
  }),
  ...assumptionSet('2026-07-23/gb300-nvl72', {
    tcoOwnerPerGpuHour: {
      value: 2.36,
      unit: 'USD per GPU-hour',
      basis: 'sourced',
      note: 'Owned and operated.',
      ...veraRubinInference,
    },
  }),
];
