/** The pricing of one model or endpoint: a price per meter, and other prices from certain prompt lengths on. */
import type { Metric } from '@bandgap/core';
import { isJsonObject, type JsonObject } from '../../documents/json-document.ts';
import type { Meter } from '../../rows/token-prices.ts';
import { perMillion } from './decimal-text.ts';

const metricOf: Readonly<Record<string, Metric>> = {
  prompt: 'input',
  completion: 'output',
  input_cache_read: 'cache_read',
  input_cache_write: 'cache_write_5m',
  input_cache_write_1h: 'cache_write_1h',
};

export interface PricingBand {
  readonly contextFrom: number;
  readonly meters: readonly Meter[];
}

/** `path` points at the pricing. `free` says that a price of zero is meant. */
export function pricingBands(pricing: JsonObject, path: string, free: boolean): readonly PricingBand[] {
  const overrides = Array.isArray(pricing.overrides) ? pricing.overrides : [];
  return [
    { contextFrom: 0, meters: metersOf(pricing, path, free) },
    ...overrides.flatMap((override: unknown, index) =>
      isJsonObject(override) && typeof override.min_prompt_tokens === 'number'
        ? [
            {
              contextFrom: override.min_prompt_tokens,
              meters: metersOf(override, `${path}/overrides/${index}`, free),
            },
          ]
        : [],
    ),
  ];
}

function metersOf(prices: JsonObject, path: string, free: boolean): readonly Meter[] {
  return Object.keys(metricOf).flatMap((key): readonly Meter[] => {
    const metric = metricOf[key];
    if (metric === undefined || prices[key] === undefined || prices[key] === null) return [];
    const value = perMillion(prices[key]);
    return [{ metric, value: value === 0 && free ? 'free' : value, at: `${path}/${key}` }];
  });
}
