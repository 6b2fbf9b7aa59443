/** Token prices of a reading, for tests to look up. */
import type { Quote, Row, TokenTerms } from '@bandgap/core';

export type TokenQuote = Quote & { readonly series: { readonly terms: TokenTerms } };

export const tokenQuotes = (rows: readonly Row[]): readonly TokenQuote[] =>
  rows.filter((row): row is TokenQuote => row.kind === 'quote' && row.series.terms.kind === 'token');

/** Meters of one model by name, on exactly these terms; standard, any length, any time, anywhere, listed and in force unless said. */
export function metersOf(rows: readonly Row[], subject: string, terms: Partial<TokenTerms> = {}) {
  const wanted = { kind: 'token', tier: 'standard', contextFrom: 0, ...terms };
  const members = ['tier', 'contextFrom', 'window', 'region', 'listing', 'validFrom'] as const;
  const onTerms = ({ series }: TokenQuote) =>
    series.subject === subject && members.every((member) => series.terms[member] === Reflect.get(wanted, member));
  return Object.fromEntries(
    tokenQuotes(rows)
      .filter(onTerms)
      .map(({ series, value }) => [series.metric, value]),
  );
}
