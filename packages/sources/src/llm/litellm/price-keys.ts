/** LiteLLM's price fields are a grid of meter, context band and service tier written into one name. */
import type { Metric, TokenTerms } from '@bandgap/core';

export interface PriceKey {
  readonly metric: Metric;
  /** One object for all keys of one tier and band, so that they can be grouped by it. */
  readonly terms: TokenTerms;
}

const meters: readonly (readonly [prefix: string, Metric])[] = [
  ['input_cost_per_token', 'input'],
  ['cache_read_input_token_cost', 'cache_read'],
  ['input_cost_per_token_cache_hit', 'cache_read'],
  ['cache_creation_input_token_cost', 'cache_write_5m'],
  ['cache_creation_input_token_cost_above_1hr', 'cache_write_1h'],
  ['output_cost_per_token', 'output'],
];

const bands: readonly (readonly [infix: string, contextFrom: number])[] = [
  ['', 0],
  ...[128, 200, 256, 272, 512].map((thousand) => [`_above_${thousand}k_tokens`, thousand * 1000] as const),
];

const tiers: readonly (readonly [suffix: string, TokenTerms['tier']])[] = [
  ['', 'standard'],
  ['_batches', 'batch'],
  ['_flex', 'flex'],
  ['_priority', 'priority'],
];

/** `input_cost_per_token_above_272k_tokens_priority` and the 143 others. */
export const priceKeys: ReadonlyMap<string, PriceKey> = new Map(
  bands.flatMap(([infix, contextFrom]) =>
    tiers.flatMap(([suffix, tier]) => {
      const terms: TokenTerms = { kind: 'token', tier, contextFrom };
      return meters.map(([prefix, metric]) => [`${prefix}${infix}${suffix}`, { metric, terms }] as const);
    }),
  ),
);
