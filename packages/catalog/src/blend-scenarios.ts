/** How buyers mix the meters of a token price: tokens read per token written, how many of them come from cache, how the others get there. */
import { type Assumption, assumptionSet } from './assumption.ts';
import { aiValueCapture, bandgap, type Citation } from './citations.ts';

export interface BlendScenario {
  readonly id: string;
  readonly label: string;
  readonly assumptions: readonly Assumption[];
}

const perOutput = 'input tokens per output token';
const ofInput = 'fraction of input tokens';
const ofMisses = 'fraction of missed input tokens';

const agentSdkWrites: Citation = {
  source: 'anthropics/claude-agent-sdk-typescript issue 188, 2026-02-19: every cache write is one for an hour',
  url: 'https://github.com/anthropics/claude-agent-sdk-typescript/issues/188',
  asOf: '2026-02-19',
};

const measuredOnOpenRouter: Citation = {
  source: 'OpenRouter, effective pricing of Claude Opus 4.7, recorded by sui414/openrouter-pricing-data',
  url: 'https://github.com/sui414/openrouter-pricing-data',
  asOf: '2026-08-08',
};
const medianOfDays = 'Median of the 22 days from 2026-07-17 to 2026-08-08.';

/** The first is the headline. */
export const blendScenarios: readonly BlendScenario[] = [
  {
    id: 'agentic-300',
    label: 'Agentic coding, 300 tokens read per token written',
    assumptions: assumptionSet('2026-05-01/agentic-300', {
      inputOutputRatio: { value: 300, unit: perOutput, basis: 'sourced', ...aiValueCapture },
      cacheHitRate: {
        value: 0.9089,
        unit: ofInput,
        basis: 'calibrated',
        note: 'Printed as over 90 %; this rate makes Claude Opus 4.7 at list price come to the printed 0.99 USD per million tokens.',
        ...aiValueCapture,
      },
      cacheWriteShare: {
        value: 0,
        unit: ofMisses,
        basis: 'convention',
        note: 'Misses billed as plain input, without the premium for writing to cache.',
        ...bandgap,
      },
    }),
  },
  {
    id: 'claude-code',
    label: 'Claude Code: every miss written to cache for an hour',
    assumptions: assumptionSet('2026-05-01/claude-code', {
      inputOutputRatio: { value: 300, unit: perOutput, basis: 'sourced', ...aiValueCapture },
      cacheHitRate: {
        value: 0.95685,
        unit: ofInput,
        basis: 'calibrated',
        note: 'Where misses cost double, it takes this rate for Claude Opus 4.7 to come to the printed 0.99 USD per million tokens.',
        ...aiValueCapture,
      },
      cacheWriteShare: { value: 0, unit: ofMisses, basis: 'sourced', ...agentSdkWrites },
      cacheWrite1hShare: { value: 1, unit: ofMisses, basis: 'sourced', ...agentSdkWrites },
    }),
  },
  {
    id: 'openrouter-measured',
    label: 'As measured on OpenRouter, Claude Opus 4.7, 2026-07-17 to 2026-08-08',
    assumptions: assumptionSet('2026-08-08/openrouter-measured', {
      inputOutputRatio: {
        value: 45.66,
        unit: perOutput,
        basis: 'derived',
        note: medianOfDays,
        ...measuredOnOpenRouter,
      },
      cacheHitRate: { value: 0.797, unit: ofInput, basis: 'derived', note: medianOfDays, ...measuredOnOpenRouter },
      cacheWriteShare: {
        value: 0.549,
        unit: ofMisses,
        basis: 'derived',
        note: `${medianOfDays} Solved from what a miss cost: between plain input and a write for five minutes.`,
        ...measuredOnOpenRouter,
      },
    }),
  },
];

export interface Blend {
  readonly model: string;
  readonly scenario: BlendScenario;
}

/** What a blended price is about: `anthropic/claude-opus-4-7` in the headline scenario, any other behind another slash. */
export const blendSubject = ({ model, scenario }: Blend): string =>
  scenario === blendScenarios[0] ? model : `${model}/${scenario.id}`;

/** Undefined for a scenario that the catalog does not have. */
export function blendOf(subject: string): Blend | undefined {
  const [lab, name, id] = subject.split('/');
  const scenario = id === undefined ? blendScenarios[0] : blendScenarios.find((each) => each.id === id);
  return scenario && { model: `${lab}/${name}`, scenario };
}
