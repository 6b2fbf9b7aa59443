/** A model's prices are one set, or a list in which each set that applies overrules those before it. */
import { type Day, dayOf, type Instant, toInstant } from '@bandgap/core';
import { z } from 'zod';
import { Prices } from './context-bands.ts';

/** The package names the type of a constraint, the published file does not. */
const StartDate = z.strictObject({ type: z.literal('start_date').optional(), start_date: z.iso.date() });
const TimeOfDate = z.strictObject({
  type: z.literal('time_of_date').optional(),
  start_time: z.string(),
  end_time: z.string(),
});
const Condition = z.object({ constraint: z.union([StartDate, TimeOfDate]).optional(), prices: Prices });

export const ModelPrices = z.union([z.array(Condition), Prices]);
export type ModelPrices = z.infer<typeof ModelPrices>;

export interface DatedPrices {
  readonly prices: Prices;
  /** `01:00-04:00 UTC`; absent where the prices hold whenever no window does. */
  readonly window?: string;
  /** The day they are announced for; absent where they are in force. */
  readonly validFrom?: Day;
  /** JSON pointer from the model's prices to these. */
  readonly path: string;
}

/**
 * The sets in force on a day, and those announced for later. Daily windows carry no date of their own and belong to the dated set
 * before them: DeepSeek's peak hours began with the prices of 2026-08-17.
 */
export function pricesAt(prices: ModelPrices, instant: Instant): readonly DatedPrices[] {
  if (!Array.isArray(prices)) return [{ prices, path: '' }];
  const day = dayOf(toInstant(instant));
  let inForce: readonly DatedPrices[] = [];
  const announced: DatedPrices[] = [];
  let validFrom: Day | undefined;
  for (const [index, { constraint, prices: set }] of prices.entries()) {
    const path = `/${index}/prices`;
    if (constraint !== undefined && 'start_time' in constraint) {
      const window = `${constraint.start_time.slice(0, 5)}-${constraint.end_time.slice(0, 5)} UTC`;
      if (validFrom === undefined) inForce = [...inForce, { prices: set, window, path }];
      else announced.push({ prices: set, window, validFrom, path });
      continue;
    }
    validFrom = constraint !== undefined && constraint.start_date > day ? constraint.start_date : undefined;
    if (validFrom === undefined) inForce = [{ prices: set, path }];
    else announced.push({ prices: set, validFrom, path });
  }
  return [...inForce, ...announced];
}
