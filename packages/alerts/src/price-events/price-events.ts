/** Every event between two consecutive states of one source. */
import { announcements } from './announcements.ts';
import { arrivals } from './arrivals.ts';
import { bandsAndWindows } from './bands-and-windows.ts';
import { changedPrices } from './changed-prices.ts';
import type { PriceEvent } from './price-event.ts';
import type { TokenPriceState } from './price-state.ts';
import { promotions } from './promotions.ts';

/** None for the first state of a source: all it says is new to us and news to nobody. */
export function priceEvents(before: TokenPriceState, after: TokenPriceState): readonly PriceEvent[] {
  if (before.prices.length === 0) return [];
  return [changedPrices, announcements, promotions, bandsAndWindows, arrivals].flatMap((events) =>
    events(before, after),
  );
}
