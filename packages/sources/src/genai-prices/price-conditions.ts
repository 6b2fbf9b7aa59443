/** A model's prices are one set, or a list in which each set that applies overrules those before it. */
import { dayOf, type Instant, toInstant } from '@bandgap/core';
import { z } from 'zod';
import { Prices } from './context-bands.ts';

const Condition = z.object({
  constraint: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('start_date'), start_date: z.iso.date() }),
      z.object({ type: z.literal('time_of_date'), start_time: z.string(), end_time: z.string() }),
    ])
    .optional(),
  prices: Prices,
});

export const ModelPrices = z.union([z.array(Condition), Prices]);
export type ModelPrices = z.infer<typeof ModelPrices>;

export interface PricesInForce {
  readonly prices: Prices;
  /** `01:00-04:00 UTC`; absent where the prices hold whenever no window does. */
  readonly window?: string;
  /** JSON pointer from the model's prices to these. */
  readonly path: string;
}

/**
 * The sets in force on a day. Daily windows carry no date of their own and belong to the dated set before them: DeepSeek's peak
 * hours began with the prices of 2026-08-17.
 */
export function pricesAt(prices: ModelPrices, instant: Instant): readonly PricesInForce[] {
  if (!Array.isArray(prices)) return [{ prices, path: '' }];
  const day = dayOf(toInstant(instant));
  let inForce: readonly PricesInForce[] = [];
  let begun = true;
  for (const [index, { constraint, prices: set }] of prices.entries()) {
    const path = `/${index}/prices`;
    if (constraint?.type === 'time_of_date') {
      const window = `${constraint.start_time.slice(0, 5)}-${constraint.end_time.slice(0, 5)} UTC`;
      if (begun) inForce = [...inForce, { prices: set, window, path }];
      continue;
    }
    begun = constraint === undefined || constraint.start_date <= day;
    if (begun) inForce = [{ prices: set, path }];
  }
  return inForce;
}
