/** An index is judged only against a floor of the same tenor and unit. */
import { type Tenor, type Unit, UsageError } from '@bandgap/core';

/** What two prices must share before one can be said to be below the other. */
export interface PriceTerms {
  readonly tenor: Tenor;
  readonly unit: Unit;
}

/** A rule asks to compare prices that do not mean the same thing. */
export class UnlikePrices extends UsageError {
  override readonly name = 'UnlikePrices';
  readonly rule: string;
  readonly index: PriceTerms;
  readonly floor: PriceTerms;

  constructor(rule: string, index: PriceTerms, floor: PriceTerms) {
    const reason = index.unit === floor.unit ? unlikeTenors(index, floor) : unlikeUnits(index, floor);
    super(`Rule ${rule} is refused: ${reason}`);
    this.rule = rule;
    this.index = index;
    this.floor = floor;
  }
}

const unlikeUnits = (index: PriceTerms, floor: PriceTerms): string =>
  `its index is in ${index.unit} and its floor in ${floor.unit}. Give it an index and a floor in the same unit.`;

const unlikeTenors = (index: PriceTerms, floor: PriceTerms): string =>
  `its index is the price of ${inWords[index.tenor]} and its floor that of ${inWords[floor.tenor]}. They bind ` +
  'buyer and seller differently, so neither can undercut the other. Give the rule an index and a floor ' +
  `of one tenor, or show the two side by side: "${inWords[index.tenor]} costs so much; a project that sells ` +
  `${inWords[floor.tenor]} needs so much", without "below".`;

const inWords: Readonly<Record<Tenor, string>> = {
  on_demand: 'an hour on demand',
  spot: 'an hour of spot capacity',
  serverless: 'an hour of serverless use',
  contract_1y: 'a one-year contract',
  contract_3y: 'a three-year contract',
  contract_5y: 'a five-year contract',
};

/** Throws UnlikePrices unless index and floor have one tenor and one unit. */
export function refuseUnlike(rule: { readonly id: string }, index: PriceTerms, floor: PriceTerms): void {
  if (index.tenor !== floor.tenor || index.unit !== floor.unit) throw new UnlikePrices(rule.id, index, floor);
}
