/** What is known of the chips that clouds build for themselves. */
import { assumptionSet } from './assumption.ts';

const ironwoodDocumentation = {
  source: 'Google Cloud, TPU7x (Ironwood), System architecture',
  url: 'https://docs.cloud.google.com/tpu/docs/tpu7x',
  asOf: '2026-05-01',
} as const;

const neuronDocumentation = {
  source: 'AWS Neuron documentation, Trainium3 Architecture, 2025-12-02',
  url: 'https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/arch/neuron-hardware/trainium3.html',
  asOf: '2025-12-02',
} as const;

export const tpuV7Facts = assumptionSet('2026-05-01/tpu-v7', {
  pflopsFp8Dense: {
    value: 4.614,
    unit: 'PFLOP/s',
    basis: 'sourced',
    note: 'Dense FP8 of one chip. The page bears no date; it is dated with this set.',
    ...ironwoodDocumentation,
  },
  rentalPerGpuHour: {
    value: 1.6,
    unit: 'USD per chip-hour',
    basis: 'sourced',
    note: 'About what Anthropic pays; the same article puts the cost to Google 44 % under a GB200.',
    source: 'SemiAnalysis, TPUv7: Google Takes a Swing at the King, 2025-11-28',
    url: 'https://newsletter.semianalysis.com/p/tpuv7-google-takes-a-swing-at-the',
    asOf: '2025-11-28',
  },
});

export const trainium3Facts = assumptionSet('2026-05-01/trainium-3', {
  pflopsFp8Dense: { value: 2.517, unit: 'PFLOP/s', basis: 'sourced', note: 'Dense MXFP8.', ...neuronDocumentation },
});
