/** How buyers mix the meters of a token price: tokens read per token written, and how many of them come from cache. */
import { type Assumption, assumptionSet } from './assumption.ts';
import { aiValueCapture, bandgap } from './citations.ts';

export interface BlendScenario {
  readonly id: string;
  readonly label: string;
  readonly assumptions: readonly Assumption[];
}

export const blendScenarios: readonly BlendScenario[] = [
  {
    id: 'agentic-300',
    label: 'Agentic coding, 300 tokens read per token written',
    assumptions: assumptionSet('2026-05-01/agentic-300', {
      inputOutputRatio: { value: 300, unit: 'input tokens per output token', basis: 'sourced', ...aiValueCapture },
      cacheHitRate: {
        value: 0.9089,
        unit: 'fraction of input tokens',
        basis: 'calibrated',
        note: 'Printed as over 90 %; this rate makes Claude Opus 4.7 at list price come to the printed 0.99 USD per million tokens.',
        ...aiValueCapture,
      },
      cacheWriteShare: {
        value: 0,
        unit: 'fraction of missed input tokens',
        basis: 'convention',
        note: 'Misses billed as plain input, without the premium for writing to cache.',
        ...bandgap,
      },
    }),
  },
];
