/** Throughputs and list prices that published token figures were worked out from. */
import { type Assumption, assumptionSet } from './assumption.ts';
import { aiValueCapture, spaceDatacenters } from './citations.ts';

const perMTok = 'USD per million tokens';
const opusList = {
  source: 'Anthropic, Pricing, Claude Opus 4.7',
  url: 'https://platform.claude.com/docs/en/about-claude/pricing',
  asOf: '2026-05-01',
} as const;

/** What Claude Opus 4.7 costs its buyers. */
export const opusListPrice: readonly Assumption[] = assumptionSet('2026-05-01/claude-opus-4-7', {
  inputPrice: { value: 5, unit: perMTok, basis: 'sourced', ...opusList },
  outputPrice: { value: 25, unit: perMTok, basis: 'sourced', ...opusList },
  cacheReadPrice: { value: 0.5, unit: perMTok, basis: 'sourced', ...opusList },
});

/** An open model on HGX B300, rented at its levelised cost. */
export const b300Serving: readonly Assumption[] = assumptionSet('2026-07-23/b300-serving', {
  pricePerGpuHour: { value: 2.49, unit: 'USD per GPU-hour', basis: 'sourced', ...spaceDatacenters },
  tokensPerSecPerGpu: { value: 5100, unit: 'tokens per second', basis: 'sourced', ...spaceDatacenters },
});

/** DeepSeek R1 on B300 with 8,000 tokens in and 1,000 out: before and after work on the software. */
export const b300Software: readonly Assumption[] = assumptionSet('2026-05-01/b300-software', {
  tokensPerSecBefore: { value: 1000, unit: 'tokens per second', basis: 'sourced', note: 'About.', ...aiValueCapture },
  tokensPerSecAfter: { value: 14_000, unit: 'tokens per second', basis: 'sourced', note: 'About.', ...aiValueCapture },
});

/** GB300 NVL72 beside H100. */
export const gb300AgainstH100: readonly Assumption[] = assumptionSet('2026-05-01/gb300-against-h100', {
  throughputRatioFp8: { value: 17, unit: 'times', basis: 'sourced', note: 'FP8 on both.', ...aiValueCapture },
  throughputRatioFp4: { value: 32, unit: 'times', basis: 'sourced', note: 'FP4 against FP8.', ...aiValueCapture },
  tcoRatio: { value: 1.7, unit: 'times', basis: 'sourced', note: 'Printed as about 70 % higher.', ...aiValueCapture },
});

/** The gross margin on inference that SemiAnalysis estimates for Anthropic, over one year. */
export const inferenceMargins: readonly Assumption[] = assumptionSet('2026-05-01/inference-margin', {
  marginBefore: { value: 0.38, unit: 'fraction of price', basis: 'sourced', ...aiValueCapture },
  marginAfter: { value: 0.7, unit: 'fraction of price', basis: 'sourced', note: 'Over 70 %.', ...aiValueCapture },
});
