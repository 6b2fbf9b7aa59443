/** One product of the Bedrock price list: a model, a meter, a way of running it. */
import type { Metric, TokenTerms } from '@bandgap/core';
import type { JsonObject } from '../../documents/json-document.ts';

export interface TokenProduct {
  /** As Amazon writes it: `Nova Lite`. */
  readonly model: string;
  readonly metric: Metric;
  readonly tier: TokenTerms['tier'];
  readonly region: string;
}

const meters: readonly (readonly [RegExp, Metric])[] = [
  [/^input tokens?\b/i, 'input'],
  [/^output tokens?\b/i, 'output'],
  [/^prompt cache read input tokens?\b/i, 'cache_read'],
  [/^prompt cache write input tokens?\b/i, 'cache_write_5m'],
];

const tiers: readonly TokenTerms['tier'][] = ['batch', 'flex', 'priority'];

/** Undefined for images, provisioned throughput, customisation and whatever else is not sold by the token on demand. */
export function tokenProduct(attributes: JsonObject): TokenProduct | undefined {
  const { model = attributes.titanModel, inferenceType, feature, regionCode, usagetype } = attributes;
  if (typeof model !== 'string' || typeof inferenceType !== 'string' || typeof regionCode !== 'string')
    return undefined;
  if (feature !== 'On-demand Inference' && feature !== 'Batch Inference') return undefined;
  const metric = meters.find(([pattern]) => pattern.test(inferenceType))?.[1];
  if (metric === undefined) return undefined;
  const words = `${feature} ${inferenceType} ${usagetype}`.toLowerCase().split(/[^a-z]+/);
  return { model, metric, tier: tiers.find((tier) => words.includes(tier)) ?? 'standard', region: regionCode };
}
