/** What can be taken away costs less than what cannot. */
import { pricesByTenor, type RentalRule } from './rental-rule.ts';

/** In 31 rows recorded from gpurentalprices.com (2026) RunPod's B200 costs more on the spot market: one of the two prices is wrong. */
export const spotAboveList: RentalRule = (document) => {
  const priceAt = pricesByTenor(document);
  return (quote) => {
    if (quote.series.terms.tenor !== 'spot') return undefined;
    const firm = priceAt(quote, 'on_demand');
    return firm === undefined || quote.value <= firm
      ? undefined
      : `spot-above-list: spot ${quote.value}, on demand ${firm}`;
  };
};
