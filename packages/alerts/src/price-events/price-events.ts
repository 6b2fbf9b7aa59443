/** Every event between two consecutive states of one source. */
import { announcements } from './announcements.ts';
import { arrivals } from './arrivals.ts';
import { bandsAndWindows } from './bands-and-windows.ts';
import { changedPrices } from './changed-prices.ts';
import type { PriceEvent } from './price-event.ts';
import type { TokenPriceState } from './price-state.ts';
import { promotions } from './promotions.ts';

/**
 * Both states may leave out models of which nothing differs. There is no state before the first of a source: all that one says is new
 * to us and news to nobody.
 */
export function priceEvents(before: TokenPriceState | undefined, after: TokenPriceState): readonly PriceEvent[] {
  if (before === undefined) return [];
  return [changedPrices, announcements, promotions, bandsAndWindows, arrivals].flatMap((events) =>
    events(before, after),
  );
}
