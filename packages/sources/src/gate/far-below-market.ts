/** A firm price far below everybody else's is not a firm price. */
import { providerOf } from '@bandgap/catalog';
import { median } from '@bandgap/core';
import type { RentalQuote, RentalRule } from './rental-rule.ts';

/** At 0.6 the true lists of Voltage Park (H100 at 1.99) and GMI Cloud (B200 at 4.00) would have been refused in August 2026. */
const SHARE_OF_MEDIAN = 0.5;
/** A median of fewer owners says too little. */
const FEWEST_OTHERS = 5;

/**
 * Judges the on-demand lists of neoclouds by the median of the other owners in the same document. Nebius' preemptible
 * price was once read as its firm one, 1.25 where 2.95 was asked (getdeploying.com, 2026).
 */
export const farBelowMarket: RentalRule = (document) => {
  const lowest = new Map<string, Map<string, number>>();
  for (const quote of document) {
    const owner = ownerInMarket(quote);
    if (owner === undefined) continue;
    const prices = lowest.get(marketOf(quote)) ?? new Map<string, number>();
    prices.set(owner, Math.min(quote.value, prices.get(owner) ?? quote.value));
    lowest.set(marketOf(quote), prices);
  }
  return (quote) => {
    const owner = ownerInMarket(quote);
    if (owner === undefined) return undefined;
    const others = [...(lowest.get(marketOf(quote)) ?? [])].flatMap(([each, price]) => (each === owner ? [] : [price]));
    if (others.length < FEWEST_OTHERS) return undefined;
    const middle = median(others);
    if (quote.value >= SHARE_OF_MEDIAN * middle) return undefined;
    return `far-below-market: ${quote.value} on demand, ${others.length} others ask ${middle} in the middle`;
  };
};

const marketOf = ({ series, observedAt }: RentalQuote): string => `${series.subject} ${observedAt}`;

function ownerInMarket({ series: { venue, terms } }: RentalQuote): string | undefined {
  const provider = providerOf(venue);
  return terms.tenor === 'on_demand' && provider?.segment === 'neocloud' ? provider.owner : undefined;
}
