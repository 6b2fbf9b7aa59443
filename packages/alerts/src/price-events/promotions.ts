/** Discounts that begin and end. */
import type { PriceEvent } from './price-event.ts';
import { isListed, saidNow, type TokenPrice, type TokenPriceState } from './price-state.ts';

export function promotions(before: TokenPriceState, after: TokenPriceState): readonly PriceEvent[] {
  const previously = promosIn(saidNow(before));
  const now = promosIn(saidNow(after));
  return [
    ...[...now].flatMap(([key, promo]): readonly PriceEvent[] =>
      previously.has(key) ? [] : [{ kind: 'promo_started', ...promo }],
    ),
    ...[...previously].flatMap(([key, promo]): readonly PriceEvent[] =>
      now.has(key) ? [] : [{ kind: 'promo_ended', ...promo }],
    ),
  ];
}

interface Promo {
  readonly subject: string;
  readonly venue: string;
  readonly tier: TokenPrice['terms']['tier'];
  readonly discount?: number;
}

/** One per model, seller and tier; the discount is that on input, where the list price is known. */
function promosIn(prices: readonly TokenPrice[]): ReadonlyMap<string, Promo> {
  const promos = new Map<string, Promo>();
  for (const { subject, venue, metric, terms, value } of prices) {
    if (terms.listing !== 'promo' || metric !== 'input') continue;
    const { tier, contextFrom } = terms;
    const list = prices.find(
      (price) =>
        isListed(price) &&
        price.subject === subject &&
        price.venue === venue &&
        price.metric === metric &&
        price.terms.tier === tier &&
        price.terms.contextFrom === contextFrom,
    );
    const discount = list === undefined ? undefined : Number((1 - value / list.value).toPrecision(6));
    const key = `${subject} ${venue} ${tier}`;
    if (!promos.has(key)) promos.set(key, { subject, venue, tier, ...(discount !== undefined && { discount }) });
  }
  return promos;
}
