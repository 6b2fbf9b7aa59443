/** The cost of a model on models.dev, in USD per million tokens: at any length of prompt, from some lengths on, and in fast mode. */
import type { Metric, TokenTerms } from '@bandgap/core';
import { isJsonObject, type JsonObject } from '../../documents/json-document.ts';
import type { Meter } from '../../rows/token-prices.ts';

const metricOf: Readonly<Record<string, Metric>> = {
  input: 'input',
  cache_read: 'cache_read',
  cache_write: 'cache_write_5m',
  output: 'output',
};

export interface CostBand {
  readonly tier: TokenTerms['tier'];
  readonly contextFrom: number;
  readonly meters: readonly Meter[];
}

/** `path` points at the model. */
export function costBands({ cost, experimental }: JsonObject, path: string): readonly CostBand[] {
  const modes = isJsonObject(experimental) && isJsonObject(experimental.modes) ? experimental.modes : {};
  const fast = isJsonObject(modes.fast) ? modes.fast : {};
  return [
    ...(isJsonObject(cost) ? bandsOf(cost, `${path}/cost`, 'standard') : []),
    ...(isJsonObject(fast.cost) ? bandsOf(fast.cost, `${path}/experimental/modes/fast/cost`, tierOf(fast)) : []),
  ];
}

/** OpenAI calls its fast mode the priority tier. */
function tierOf({ provider }: JsonObject): TokenTerms['tier'] {
  const body = isJsonObject(provider) && isJsonObject(provider.body) ? provider.body : {};
  return body.service_tier === 'priority' ? 'priority' : 'fast';
}

function bandsOf(cost: JsonObject, path: string, tier: TokenTerms['tier']): readonly CostBand[] {
  const tiers = Array.isArray(cost.tiers) ? cost.tiers : [];
  return [
    { tier, contextFrom: 0, meters: metersOf(cost, path) },
    ...(isJsonObject(cost.context_over_200k)
      ? [{ tier, contextFrom: 200_000, meters: metersOf(cost.context_over_200k, `${path}/context_over_200k`) }]
      : []),
    ...tiers.flatMap((band: unknown, index): readonly CostBand[] => {
      const size = isJsonObject(band) && isJsonObject(band.tier) ? band.tier.size : undefined;
      if (!isJsonObject(band) || typeof size !== 'number') return [];
      return [{ tier, contextFrom: size, meters: metersOf(band, `${path}/tiers/${index}`) }];
    }),
  ];
}

const metersOf = (cost: JsonObject, path: string): readonly Meter[] =>
  Object.keys(metricOf).flatMap((key) => {
    const metric = metricOf[key];
    return metric === undefined || cost[key] === undefined ? [] : [{ metric, value: cost[key], at: `${path}/${key}` }];
  });
