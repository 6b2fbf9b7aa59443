/** Prices announced for a later day, and announcements withdrawn before it came. */
import { type Day, dayOf } from '@bandgap/core';
import type { MeterChange, PriceEvent } from './price-event.ts';
import { isAhead, isListed, saidNow, type TokenPrice, type TokenPriceState } from './price-state.ts';

export function announcements(before: TokenPriceState, after: TokenPriceState): readonly PriceEvent[] {
  const announcedBefore = announcedIn(saidNow(before), before.asOf);
  const announcedNow = announcedIn(saidNow(after), after.asOf);
  const inForce = saidNow(after).filter(isListed);
  const scheduled = [...announcedNow].flatMap(([key, { prices, ...of }]): readonly PriceEvent[] =>
    announcedBefore.has(key)
      ? []
      : [{ kind: 'change_scheduled', ...of, meters: prices.map((price) => meterChange(price, inForce)) }],
  );
  const cancelled = [...announcedBefore].flatMap(([key, { subject, venue, effectiveOn }]): readonly PriceEvent[] =>
    announcedNow.has(key) || effectiveOn <= dayOf(after.asOf) || !inForce.some((price) => price.subject === subject)
      ? []
      : [{ kind: 'change_cancelled', subject, venue, effectiveOn }],
  );
  return [...scheduled, ...cancelled];
}

interface Announced {
  readonly subject: string;
  readonly venue: string;
  readonly effectiveOn: Day;
  readonly prices: readonly TokenPrice[];
}

function announcedIn(prices: readonly TokenPrice[], asOf: string): ReadonlyMap<string, Announced> {
  const announced = new Map<string, Announced>();
  for (const price of prices) {
    const { subject, venue, terms } = price;
    if (!isAhead(terms.validFrom, asOf)) continue;
    const key = `${subject} ${venue} ${terms.validFrom}`;
    const others = announced.get(key)?.prices ?? [];
    announced.set(key, { subject, venue, effectiveOn: terms.validFrom, prices: [...others, price] });
  }
  return announced;
}

function meterChange(
  { subject, venue, metric, terms, value: to }: TokenPrice,
  inForce: readonly TokenPrice[],
): MeterChange {
  const { tier, contextFrom, window, region } = terms;
  const current = inForce.find(
    (price) =>
      price.subject === subject &&
      price.venue === venue &&
      price.metric === metric &&
      price.terms.tier === tier &&
      price.terms.contextFrom === contextFrom &&
      price.terms.window === window &&
      price.terms.region === region,
  );
  return { metric, tier, contextFrom, ...(current !== undefined && { from: current.value }), to };
}
