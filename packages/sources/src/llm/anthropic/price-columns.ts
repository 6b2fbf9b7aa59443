/** The column titles of Anthropic's price tables, in every wording the page has had. */
import type { Metric } from '@bandgap/core';

export type PriceColumn =
  | { readonly kind: 'model' }
  | { readonly kind: 'prompt_length' }
  | {
      readonly kind: 'price';
      /** Absent where each cell names its meter: `Input: $6 / MTok`. */
      readonly metric?: Metric;
      readonly contextFrom: number;
    };

const meters: readonly (readonly [RegExp, Metric])[] = [
  [/^((base|batch) )?(tokens )?input( tokens)?$/, 'input'],
  [/^((base|batch) )?(tokens )?output( tokens)?$/, 'output'],
  [/^(prompt caching )?5m (cache )?writes$/, 'cache_write_5m'],
  [/^(prompt caching )?1h (cache )?writes$/, 'cache_write_1h'],
  [/^(prompt caching )?(cache )?hits( (&|and) refreshes)?$/, 'cache_read'],
];

/** Undefined for a title nobody taught. Expects lower case. */
export function priceColumn(title: string): PriceColumn | undefined {
  if (/^model( name)?$/.test(title)) return { kind: 'model' };
  if (title === 'context window') return { kind: 'prompt_length' };
  const length = promptLength(title);
  if (length?.rest === '') return { kind: 'price', contextFrom: length.contextFrom };
  const metric = meters.find(([pattern]) => pattern.test(length?.rest ?? title))?.[1];
  return metric === undefined ? undefined : { kind: 'price', metric, contextFrom: length?.contextFrom ?? 0 };
}

/** `≤ 200K input tokens` begins at 0, `> 200K input tokens` at 200,000; `rest` is what follows. */
export function promptLength(text: string): { readonly contextFrom: number; readonly rest: string } | undefined {
  const [, bound, thousands, rest = ''] = /^(≤|>) ?(\d+)k input tokens ?(.*)$/i.exec(text) ?? [];
  if (bound === undefined) return undefined;
  return { contextFrom: bound === '>' ? Number(thousands) * 1000 : 0, rest };
}
