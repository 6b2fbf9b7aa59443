/** Who is bound for longer pays less. */
import { pricesByTenor, type RentalRule } from './rental-rule.ts';

/**
 * Until 2024-08 the price list of Google Cloud gave a2-ultragpu with a commitment at the price without one
 * (Cyclenerd/google-cloud-pricing-cost-calculator); elsewhere calendar reservations were listed as three-year terms.
 */
export const termOrder: RentalRule = (document) => {
  const priceAt = pricesByTenor(document);
  return (quote) => {
    const { tenor } = quote.series.terms;
    if (!tenor.startsWith('contract_')) return undefined;
    const free = priceAt(quote, 'on_demand');
    if (free !== undefined && quote.value >= free) return `term-order: ${tenor} ${quote.value}, on demand ${free}`;
    const [one, three] = [priceAt(quote, 'contract_1y'), priceAt(quote, 'contract_3y')];
    if (one === undefined || three === undefined || three <= one) return undefined;
    return tenor === 'contract_5y' ? undefined : `term-order: 3 years ${three}, 1 year ${one}`;
  };
};
