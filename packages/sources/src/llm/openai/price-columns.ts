/** The column titles of OpenAI's price tables. */
import type { Metric } from '@bandgap/core';

export type PriceColumn =
  | { readonly kind: 'model' }
  | { readonly kind: 'category' }
  | { readonly kind: 'price'; readonly metric: Metric; readonly long: boolean };

const metricOf: Readonly<Record<string, Metric>> = {
  input: 'input',
  'cached input': 'cache_read',
  'cache writes': 'cache_write_5m',
  output: 'output',
};

/** Undefined for a title nobody taught. Expects lower case. */
export function priceColumn(title: string): PriceColumn | undefined {
  if (title === 'model') return { kind: 'model' };
  if (title === 'category') return { kind: 'category' };
  const [, length, meter = title] = /^(short|long) context (.*)$/.exec(title) ?? [];
  const metric = metricOf[meter];
  return metric === undefined ? undefined : { kind: 'price', metric, long: length === 'long' };
}
