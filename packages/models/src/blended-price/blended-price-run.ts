/** The blended price of a language model from its list prices and an assumed workload. */
import { z } from 'zod';
import { nonNegative, share } from '../fields.ts';
import { parseInput } from '../parse-input.ts';
import type { RunModel } from '../run-model.ts';
import { runValues } from '../run-values.ts';
import { type BlendedPrice, blendedPrice } from './blended-price.ts';

/** The workload the prices were weighted by, so that the figure can be quoted with it. */
export interface BlendScenario {
  readonly inputOutputRatio: number;
  readonly cacheHitRate: number;
  readonly cacheWriteShare: number;
}

/** Meters in USD per million tokens, named as in their series. */
const roles = z.strictObject({
  input: nonNegative,
  output: nonNegative,
  cache_read: nonNegative.optional(),
  cache_write_5m: nonNegative.optional(),
  inputOutputRatio: nonNegative,
  cacheHitRate: share,
  cacheWriteShare: share,
});

export const blendedPriceRun: RunModel = {
  id: 'blended-price',
  version: 1,
  compute: (question): BlendedPrice & { readonly scenario: BlendScenario } => {
    const { input, output, cache_read, cache_write_5m, ...scenario } = parseInput(roles, runValues(question));
    const prices = {
      inputPrice: input,
      outputPrice: output,
      cacheReadPrice: cache_read,
      cacheWritePrice: cache_write_5m,
      ...scenario,
    };
    return { ...blendedPrice(prices, scenario.cacheHitRate), scenario };
  },
};
