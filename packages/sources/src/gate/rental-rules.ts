/** What there is against a rental price, beside the others of its document. */
import type { Quote } from '@bandgap/core';
import { copiedHistory } from './copied-history.ts';
import { farBelowMarket } from './far-below-market.ts';
import { newerBelowOlder } from './newer-below-older.ts';
import { nodeScaling } from './node-scaling.ts';
import { isRental, type RentalRule } from './rental-rule.ts';
import { spotAboveList } from './spot-above-list.ts';
import { termOrder } from './term-order.ts';

const rules: readonly RentalRule[] = [
  spotAboveList,
  termOrder,
  nodeScaling,
  farBelowMarket,
  newerBelowOlder,
  copiedHistory,
];

/** The first objection of a rule, which it opens with its name. */
export function rentalObjections(document: readonly Quote[]): (quote: Quote) => string | undefined {
  const quotes = document.filter(isRental);
  const judges = rules.map((rule) => rule(quotes));
  return (quote) => {
    if (!isRental(quote)) return undefined;
    for (const judge of judges) {
      const objection = judge(quote);
      if (objection !== undefined) return objection;
    }
    return undefined;
  };
}
