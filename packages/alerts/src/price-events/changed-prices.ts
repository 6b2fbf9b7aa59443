/** List prices that are no longer what they were. */
import type { PriceEvent } from './price-event.ts';
import { isListed, offerOf, saidNow, type TokenPriceState } from './price-state.ts';

/** One event per meter. A name that moves between models has no price of its own to change. */
export function changedPrices(before: TokenPriceState, after: TokenPriceState): readonly PriceEvent[] {
  const known = new Map(before.prices.map((price) => [offerOf(price), price]));
  return saidNow(after)
    .filter((price) => isListed(price) && !after.movingNames.has(price.subject))
    .flatMap((price): readonly PriceEvent[] => {
      const previous = known.get(offerOf(price));
      if (previous === undefined || previous.value === price.value) return [];
      const { subject, venue, metric, terms, value: to, confirmedBy } = price;
      const from = previous.value;
      const announced = before.prices.find(
        (other) => other.terms.validFrom !== undefined && other.value === to && sameOffer(other, price),
      );
      const effectiveAt =
        announced?.terms.validFrom === undefined ? price.observedAt : `${announced.terms.validFrom}T00:00:00.000Z`;
      const change = to / from - 1;
      return [{ kind: 'price_changed', subject, venue, metric, terms, from, to, change, effectiveAt, confirmedBy }];
    });
}

type Price = TokenPriceState['prices'][number];

const sameOffer = (announced: Price, { terms, ...price }: Price): boolean => {
  const { validFrom: _, ...inForce } = announced.terms;
  return offerOf({ ...announced, terms: inForce }) === offerOf({ ...price, terms });
};
