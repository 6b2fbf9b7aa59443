/** What the rules on rental prices have in common: a quote is judged beside the others of its document. */
import { canonicalJson, type Quote, type RentalTerms, type Tenor } from '@bandgap/core';

export interface RentalQuote extends Quote {
  readonly series: Quote['series'] & { readonly terms: RentalTerms };
}

/** Given a document, says what there is against one of its quotes, or undefined. */
export type RentalRule = (document: readonly RentalQuote[]) => (quote: RentalQuote) => string | undefined;

export const isRental = (quote: Quote): quote is RentalQuote => quote.series.terms.kind === 'rental';

/** What two quotes must share to be compared, but for the members that a rule compares. */
export function keyOf(quote: RentalQuote, but: Readonly<Record<string, unknown>>): string {
  const { subject, venue, terms } = quote.series;
  return canonicalJson({ subject, venue, observedAt: quote.observedAt, ...terms, ...but });
}

/** Finds the lowest price of the same offer at another tenor. */
export function pricesByTenor(
  document: readonly RentalQuote[],
): (quote: RentalQuote, tenor: Tenor) => number | undefined {
  const prices = new Map<string, number>();
  for (const quote of document) {
    const key = offerOf(quote, quote.series.terms.tenor);
    prices.set(key, Math.min(quote.value, prices.get(key) ?? quote.value));
  }
  return (quote, tenor) => prices.get(offerOf(quote, tenor));
}

/** The same machine at the same seller and place, however it is bought; a firm price may be a list and a spot price a market. */
const offerOf = (quote: RentalQuote, tenor: Tenor): string =>
  keyOf(quote, { tenor, surface: undefined, commitment: undefined, spotKind: undefined });
