/** At one seller a newer GPU of a family costs no less than the one it replaced. */
import { keyOf, type RentalRule } from './rental-rule.ts';

/** Each successor does all that its predecessor does, with more memory. */
const successions: readonly (readonly [older: string, newer: string])[] = [
  ['h100-sxm', 'h200'],
  ['b200', 'b300'],
  ['gb200', 'gb300'],
  ['mi300x', 'mi325x'],
];
const SLACK = 0.1;

/**
 * One of the two lists is wrong or of another day, and it does not say which: in July 2026 AWS stood at 12.29 for an
 * H100, a price cut a year before, beside 10.60 for an H200 (gpurentalprices.com).
 */
export const newerBelowOlder: RentalRule = (document) => {
  const prices = new Map(document.map((quote) => [keyOf(quote, {}), quote.value]));
  return (quote) => {
    const { subject, terms } = quote.series;
    if (terms.surface !== 'list' || terms.tenor === 'spot') return undefined;
    for (const [older, newer] of successions) {
      if (subject !== older && subject !== newer) continue;
      const [before, after] = [older, newer].map((each) => prices.get(keyOf(quote, { subject: each })));
      if (before === undefined || after === undefined || after >= before * (1 - SLACK)) continue;
      return `newer-below-older: ${newer} at ${after}, ${older} at ${before}`;
    }
    return undefined;
  };
};
