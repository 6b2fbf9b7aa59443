/** What can be taken away costs less than what cannot. */
import { pricesByTenor, type RentalRule } from './rental-rule.ts';

/**
 * RunPod's spot price repeats its firm one, and SkyPilot's RunPod rows copy it (getcomputable/gpu-index, 2026-08-22);
 * a spot price above the firm one is a wrong row.
 */
export const spotAboveList: RentalRule = (document) => {
  const priceAt = pricesByTenor(document);
  return (quote) => {
    if (quote.series.terms.tenor !== 'spot') return undefined;
    const firm = priceAt(quote, 'on_demand');
    if (firm === undefined || quote.value < firm) return undefined;
    return quote.value === firm
      ? `spot-placeholder: spot repeats the on-demand ${firm}`
      : `spot-above-list: spot ${quote.value}, on demand ${firm}`;
  };
};
