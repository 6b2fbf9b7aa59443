/** The documents that more than one assumption is read from. */
import type { Day } from '@bandgap/core';

export interface Citation {
  readonly source: string;
  readonly url: string;
  readonly asOf: Day;
}

export const aiValueCapture: Citation = {
  source: 'SemiAnalysis, AI Value Capture - The Shift To Model Labs, 2026-05-01',
  url: 'https://newsletter.semianalysis.com/p/ai-value-capture-the-shift-to-model',
  asOf: '2026-05-01',
};

export const spaceDatacenters: Citation = {
  source: 'SemiAnalysis, To Boldly Go: The Case for Space Datacenters, 2026-06-03, terrestrial case',
  url: 'https://newsletter.semianalysis.com/p/to-boldly-go-the-case-for-space-datacenters',
  asOf: '2026-06-03',
};

export const veraRubinDesign: Citation = {
  source: 'SemiAnalysis, Vera Rubin - Extreme Co-Design, 2026-02-25',
  url: 'https://newsletter.semianalysis.com/p/vera-rubin-extreme-co-design-an-evolution',
  asOf: '2026-02-25',
};

export const neocloudPlaybook: Citation = {
  source: 'SemiAnalysis, AI Neocloud Playbook and Anatomy, 2024-10-03',
  url: 'https://newsletter.semianalysis.com/p/ai-neocloud-playbook-and-anatomy',
  asOf: '2024-10-03',
};

export const inferenceX: Citation = {
  source: 'SemiAnalysis, InferenceX-app, GPU constants, commit 77ca49a, 2026-04-03',
  url: 'https://github.com/SemiAnalysisAI/InferenceX-app/blob/77ca49a/packages/app/src/lib/constants.ts',
  asOf: '2026-04-03',
};

export const inferenceXSpecs: Citation = {
  source: 'SemiAnalysis, InferenceX-app, GPU specifications, commit 77ca49a, 2026-04-03',
  url: 'https://github.com/SemiAnalysisAI/InferenceX-app/blob/77ca49a/packages/app/src/lib/gpu-specs.ts',
  asOf: '2026-04-03',
};

export const trainingBenchmarks: Citation = {
  source: 'SemiAnalysis, H100 vs GB200 NVL72 Training Benchmarks, 2025-08-20',
  url: 'https://newsletter.semianalysis.com/p/h100-vs-gb200-nvl72-training-benchmarks',
  asOf: '2025-08-20',
};

export const veraRubinInference: Citation = {
  source: 'SemiAnalysis, Vera Rubin NVL72 vs GB200 NVL72 Inference, 2026-07-23',
  url: 'https://newsletter.semianalysis.com/p/vera-rubin-nvl72-vs-gb200-nvl72-inference',
  asOf: '2026-07-23',
};

/** What Bandgap chose itself. The date is that of the first set the choice was made for. */
export const bandgap: Omit<Citation, 'url'> = { source: 'Bandgap, modelling convention', asOf: '2026-05-01' };
