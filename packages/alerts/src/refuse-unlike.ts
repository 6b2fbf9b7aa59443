/** What a rule may not ask: to compare prices that do not mean the same thing, or a condition its subject cannot meet. */
import type { AlertCondition, AlertRule, AlertSubject } from '@bandgap/catalog';
import { type Tenor, UsageError } from '@bandgap/core';
import { type PriceTerms, pricedReference, pricedSubject } from './priced-subject.ts';

/** A rule asks to compare prices that do not mean the same thing. */
export class UnlikePrices extends UsageError {
  override readonly name = 'UnlikePrices';
  readonly rule: string;
  readonly price: PriceTerms;
  readonly reference: PriceTerms;

  constructor(rule: string, { price, reference }: Pair, reason: string) {
    super(`rule ${rule} is refused: ${reason}`);
    this.rule = rule;
    this.price = price;
    this.reference = reference;
  }
}

interface Pair {
  readonly price: PriceTerms;
  readonly reference: PriceTerms;
}

/** Throws a UsageError that says what was expected, unless the rule can be judged and compares like with like. */
export function refuseUnlike({ id, subject, condition }: Pick<AlertRule, 'id' | 'subject' | 'condition'>): void {
  const expected = subjectsOf(condition);
  if (!expected.includes(subject.kind))
    throw new UsageError(
      `rule ${id} is refused: the condition ${condition.kind} takes a subject of kind ${expected.join(' or ')}, was ${subject.kind}`,
    );
  refuseWhole(id, condition);
  if (subject.kind === 'source' || subject.kind === 'events') return;
  const price = pricedSubject(subject);
  if (condition.kind !== 'crosses' && condition.kind !== 'headroom') return;

  const { reference: to, termFactor } = condition;
  const reference =
    pricedReference(to) ?? (to.kind === 'constant' ? { ...price, unit: to.unit, label: 'the constant' } : price);
  if (price.label === reference.label)
    throw new UsageError(
      `rule ${id} is refused: expected a price held against another, was ${price.label} against itself`,
    );
  const pair = { price, reference };
  if (price.unit !== reference.unit) throw new UnlikePrices(id, pair, unlikeUnits(pair));
  if (termFactor !== undefined) return;
  if (price.tenor !== reference.tenor) throw new UnlikePrices(id, pair, unlikeTenors(pair));
  if (price.surface !== null && reference.surface !== null && price.surface !== reference.surface)
    throw new UnlikePrices(id, pair, unlikeSurfaces(pair));
}

/** No price falls by all of itself, and each is within all of a ceiling. */
function refuseWhole(id: string, condition: AlertCondition): void {
  const refuse = (percent: number, what: string) => {
    if (percent < 100) return;
    throw new UsageError(`rule ${id} is refused: expected ${what} of less than 100 %, was ${percent} %`);
  };
  if (condition.kind === 'moves' && condition.direction === 'down') refuse(condition.byPercent, 'a fall');
  if (condition.kind === 'headroom' && condition.reference.kind === 'ceiling')
    refuse(condition.underPercent, 'headroom below a ceiling');
}

const priced: readonly AlertSubject['kind'][] = ['index', 'token', 'memory', 'figure'];

function subjectsOf({ kind }: AlertCondition): readonly AlertSubject['kind'][] {
  switch (kind) {
    case 'stale':
      return ['source'];
    case 'event':
      return ['events'];
    case 'disagrees':
      return ['index', 'token'];
    default:
      return priced;
  }
}

const unlikeUnits = ({ price, reference }: Pair): string =>
  `its price is in ${price.unit} and what it is held against in ${reference.unit}. No factor turns one into the other: ` +
  'give it a reference in the same unit.';

const unlikeTenors = ({ price, reference }: Pair): string =>
  `its price is that of ${inWords(price.tenor)} and what it is held against that of ${inWords(reference.tenor)}. They bind ` +
  `buyer and seller differently, so neither can undercut the other. Give it a reference of one tenor, or say ${honestly}`;

const unlikeSurfaces = ({ price, reference }: Pair): string =>
  `its price is ${aPrice(price.surface)} and what it is held against ${aPrice(reference.surface)}, which are not paid for the ` +
  `same thing. Give it a reference of the same kind, or say ${honestly}`;

const aPrice = (surface: string | null): string => `${/^[aeiou]/.test(surface ?? '') ? 'an' : 'a'} ${surface} price`;

const honestly =
  'what the one is worth in the other: "termFactor": { "value": 1.25, "label": "where the factor comes from" } multiplies the ' +
  'reference, and every message shows the label.';

const tenors: Readonly<Record<Tenor, string>> = {
  on_demand: 'an hour on demand',
  spot: 'an hour of spot capacity',
  serverless: 'an hour of serverless use',
  contract_1y: 'a one-year contract',
  contract_3y: 'a three-year contract',
  contract_5y: 'a five-year contract',
};

const inWords = (tenor: Tenor | null): string => (tenor === null ? 'no tenor' : tenors[tenor]);
