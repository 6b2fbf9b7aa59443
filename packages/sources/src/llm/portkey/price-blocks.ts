/** Where Portkey keeps a model's prices: one block per way of running it, in USD cents per token. */
import { type Metric, shiftDecimal, type TokenTerms } from '@bandgap/core';
import { isJsonObject, type JsonObject } from '../../documents/json-document.ts';
import type { Meter } from '../../rows/token-prices.ts';

const metricOf: Readonly<Record<string, Metric>> = {
  request_token: 'input',
  cache_read_input_token: 'cache_read',
  cache_write_input_token: 'cache_write_5m',
  cache_write_1h: 'cache_write_1h',
  response_token: 'output',
};

export interface PriceBlock {
  readonly tier: TokenTerms['tier'];
  /** Absent for the seller's default. */
  readonly region?: string;
  readonly meters: readonly Meter[];
}

/** `path` points at the model. Regions and execution modes restate the prices above them, and add to them. */
export function priceBlocks(model: JsonObject, path: string): readonly PriceBlock[] {
  const config = objectAt(model, 'pricing_config');
  return [
    { tier: 'standard', meters: metersOf(objectAt(config, 'pay_as_you_go'), `${path}/pricing_config/pay_as_you_go`) },
    { tier: 'batch', meters: metersOf(objectAt(config, 'batch_config'), `${path}/pricing_config/batch_config`) },
    ...regionalBlocks(model, path),
  ];
}

const modes: Readonly<Record<string, TokenTerms['tier']>> = { standard: 'standard', batch: 'batch', fast: 'fast' };

function regionalBlocks(model: JsonObject, path: string): readonly PriceBlock[] {
  const regions = objectAt(objectAt(model, 'custom_pricing'), 'regions');
  return Object.keys(regions).flatMap((region) => {
    const executionModes = objectAt(objectAt(regions, region), 'execution_modes');
    return Object.keys(executionModes).flatMap((mode): readonly PriceBlock[] => {
      const tier = modes[mode];
      const prices = objectAt(objectAt(objectAt(executionModes, mode), 'pricing_config'), 'pay_as_you_go');
      const at = `${path}/custom_pricing/regions/${region}/execution_modes/${mode}/pricing_config/pay_as_you_go`;
      if (tier === undefined) return [];
      return [{ tier, ...(region !== 'default' && { region }), meters: metersOf(prices, at) }];
    });
  });
}

function metersOf(prices: JsonObject, path: string): readonly Meter[] {
  const units = Object.entries(objectAt(prices, 'additional_units'));
  return [
    ...Object.entries(prices).map(([key, entry]) => ({ key, entry, at: `${path}/${key}/price` })),
    ...units.map(([key, entry]) => ({ key, entry, at: `${path}/additional_units/${key}/price` })),
  ].flatMap(({ key, entry, at }): readonly Meter[] => {
    const metric = metricOf[key];
    return metric === undefined || !isJsonObject(entry) ? [] : [{ metric, value: perMillion(entry.price), at }];
  });
}

/** One cent per token is 10,000 USD per million. */
const perMillion = (cents: unknown): unknown =>
  typeof cents === 'number' && Number.isFinite(cents) ? shiftDecimal(cents, 4) : cents;

const objectAt = (parent: JsonObject, key: string): JsonObject => {
  const value = parent[key];
  return isJsonObject(value) ? value : {};
};
