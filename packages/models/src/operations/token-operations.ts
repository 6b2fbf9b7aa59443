/** Operations on tokens: what they cost to serve, how that changes, and what a workload pays for them. */
import { z } from 'zod';
import { blendedPrice } from '../blended-price/blended-price.ts';
import { hitRate } from '../blended-price/hit-rate.ts';
import { grossMargin, nonNegative, positive, positiveShare, refusal, share } from '../fields.ts';
import { tokenCost } from '../token-cost/token-cost.ts';
import { tokenRatio } from '../token-ratio/token-ratio.ts';
import { operationDefaults } from './defaults.ts';
import { defineOperation } from './operation.ts';

const defaults = operationDefaults;

export const tokenCostOperation = defineOperation({
  name: 'token.cost',
  summary: 'What a million tokens cost to serve, and the margin their price leaves.',
  input: z.strictObject({
    pricePerGpuHour: nonNegative,
    tokensPerSecPerGpu: positive,
    utilization: positiveShare.default(defaults.tokenCost.utilization),
    pricePerMTok: positive.optional(),
    targetMargin: grossMargin.optional(),
  }),
  answer: tokenCost,
});

export const tokenRatioOperation = defineOperation({
  name: 'token.ratio',
  summary: 'How a faster but dearer system changes the cost of a token and the margin on it.',
  input: z
    .strictObject({
      throughputRatio: positive,
      tcoRatio: positive.default(defaults.tokenRatio.tcoRatio),
      marginBefore: grossMargin.optional(),
      marginAfter: grossMargin.optional(),
      priceRatio: positive.default(defaults.tokenRatio.priceRatio),
    })
    .superRefine(({ marginBefore, marginAfter }, ctx) => {
      if (marginAfter !== undefined && marginBefore === undefined)
        ctx.addIssue(refusal('missing_field', 'marginBefore', 'the margin to compare marginAfter with'));
    }),
  answer: tokenRatio,
});

/** A workload and what it is charged. */
export const tokenPrices = {
  inputPrice: nonNegative,
  outputPrice: nonNegative,
  cacheReadPrice: nonNegative.optional(),
  cacheWritePrice: nonNegative.optional(),
  cacheWriteShare: share.default(defaults.tokenPrices.cacheWriteShare),
  inputOutputRatio: nonNegative,
};

export const tokenBlended = defineOperation({
  name: 'token.blended',
  summary: 'The mean price of a million tokens of a workload, cached ones included.',
  input: z.strictObject({ ...tokenPrices, cacheHitRate: share }),
  answer: ({ cacheHitRate, ...prices }) => blendedPrice(prices, cacheHitRate),
});

export const tokenHitRate = defineOperation({
  name: 'token.hitRate',
  summary: 'The cache hit rate at which a workload pays a given blended price.',
  input: z.strictObject({ ...tokenPrices, targetBlended: nonNegative }),
  answer: ({ targetBlended, ...prices }) => hitRate(prices, targetBlended),
});
