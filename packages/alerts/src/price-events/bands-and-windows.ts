/** Tiers, lengths of prompt and hours that a model gains or loses. */
import { canonicalJson } from '@bandgap/core';
import type { Band, PriceEvent } from './price-event.ts';
import { isListed, saidNow, type TokenPriceState } from './price-state.ts';

export function bandsAndWindows(before: TokenPriceState, after: TokenPriceState): readonly PriceEvent[] {
  const previously = offersIn(before);
  return [...offersIn(after)].flatMap(([key, now]): readonly PriceEvent[] => {
    const then = previously.get(key);
    if (then === undefined) return [];
    const { subject, venue } = now;
    const added = without(now.bands, then.bands);
    const removed = without(then.bands, now.bands);
    const from = [...then.windows].toSorted();
    const to = [...now.windows].toSorted();
    return [
      ...(added.length + removed.length > 0 ? [{ kind: 'tier_changed', subject, venue, added, removed } as const] : []),
      ...(canonicalJson(from) === canonicalJson(to)
        ? []
        : [{ kind: 'time_window_changed', subject, venue, from, to } as const]),
    ];
  });
}

interface Offers {
  readonly subject: string;
  readonly venue: string;
  readonly bands: ReadonlyMap<string, Band>;
  readonly windows: ReadonlySet<string>;
}

function offersIn(state: TokenPriceState): ReadonlyMap<string, Offers> {
  const offers = new Map<string, Offers & { readonly bands: Map<string, Band>; readonly windows: Set<string> }>();
  for (const { subject, venue, terms } of saidNow(state).filter(isListed)) {
    const key = `${subject} ${venue}`;
    const offer = offers.get(key) ?? { subject, venue, bands: new Map<string, Band>(), windows: new Set<string>() };
    const { tier, contextFrom, window } = terms;
    offer.bands.set(`${tier} ${contextFrom}`, { tier, contextFrom });
    if (window !== undefined) offer.windows.add(window);
    offers.set(key, offer);
  }
  return offers;
}

const without = (bands: ReadonlyMap<string, Band>, others: ReadonlyMap<string, Band>): readonly Band[] =>
  [...bands].filter(([key]) => !others.has(key)).map(([, band]) => band);
