/** Prices in USD per million tokens, some of which rise with the length of the prompt. */
import type { Metric } from '@bandgap/core';
import { z } from 'zod';
import type { Meter } from '../../rows/token-prices.ts';

const Tiered = z.object({ base: z.number(), tiers: z.array(z.object({ start: z.number(), price: z.number() })) });

export const Prices = z.record(z.string(), z.union([z.number(), Tiered]));
export type Prices = z.infer<typeof Prices>;

const metricOf: Readonly<Record<string, Metric>> = {
  input_mtok: 'input',
  cache_read_mtok: 'cache_read',
  cache_write_mtok: 'cache_write_5m',
  cache_write_1h_mtok: 'cache_write_1h',
  output_mtok: 'output',
};

export interface ContextBand {
  readonly contextFrom: number;
  readonly meters: readonly Meter[];
}

/** One band per prompt length; none for models that are not priced by text in and text out. */
export function bandsOf(prices: Prices, path: string): readonly ContextBand[] {
  if (prices.input_mtok === undefined || prices.output_mtok === undefined) return [];
  const meters = Object.entries(prices).flatMap(([key, price]) => {
    const metric = metricOf[key];
    return metric === undefined ? [] : pricePoints(price, `${path}/${key}`).map((point) => ({ metric, ...point }));
  });
  const starts = [...new Set(meters.map(({ contextFrom }) => contextFrom))];
  return starts.map((start) => ({
    contextFrom: start,
    meters: meters.filter(({ contextFrom }) => contextFrom === start),
  }));
}

interface PricePoint {
  readonly contextFrom: number;
  readonly value: number;
  readonly at: string;
}

function pricePoints(price: Prices[string], path: string): readonly PricePoint[] {
  if (typeof price === 'number') return [{ contextFrom: 0, value: price, at: path }];
  return [
    { contextFrom: 0, value: price.base, at: `${path}/base` },
    ...price.tiers.map((tier, index) => ({
      contextFrom: firstTokenOf(tier.start),
      value: tier.price,
      at: `${path}/tiers/${index}/price`,
    })),
  ];
}

/** A tier applies above its start: 271999 is how the list writes "from 272,000". */
const firstTokenOf = (start: number) => (start % 1000 === 999 ? start + 1 : start);
