/** What one amount claims: a change of which price, of what, which way, against what, when. */
import type { Instant } from '@bandgap/core';
import type { Basis, Lexeme } from './lexeme.ts';
import { type Period, periodAfter } from './period.ts';
import { isReplacedBy } from './replacement.ts';
import { type Amount, type Scoped, type Surroundings, surroundingsOf } from './sentence.ts';
import { subjectOf, withHbm } from './subject.ts';

export interface Claim {
  readonly amount: Amount;
  /** The price, or `other` where the percentage is of something else; undefined where nothing is named. */
  readonly governs: 'contract' | 'spot' | 'asp' | 'price' | 'other' | undefined;
  readonly products: readonly string[];
  readonly sign: 1 | -1 | undefined;
  readonly basis: Basis | undefined;
  readonly period: Period | undefined;
  /** The period follows the amount, and so can be of no other. */
  readonly isDated: boolean;
}

/** What has been said so far, which a later amount may leave unsaid. */
export interface Context {
  readonly text: string;
  readonly publishedAt: Instant;
  readonly products: readonly string[];
  readonly period: Period | undefined;
  /** The price spoken of last, for a sentence that goes on with "it". */
  readonly governs: Claim['governs'];
  /** The amount before, in the same sentence. */
  readonly previous: Claim | undefined;
}

export function claimOf(amount: Amount, sentence: readonly Scoped[], context: Context): Claim {
  const surroundings = surroundingsOf(amount, sentence);
  const { text, previous } = context;
  const governor = governorOf(amount, surroundings, text);
  const price = governor !== undefined && governor.start < amount.start ? governor : undefined;
  const basis = basisOf(surroundings) ?? previous?.basis;
  const period =
    periodOf(amount, periodsAround(amount, sentence, context), basis) ?? previous?.period ?? context.period;
  const isUnclear =
    isFiscal(surroundings) ||
    (basis === undefined && (isOverSpan(surroundings) || (period?.kind !== 'quarter' && isAct(price, surroundings))));
  return {
    amount,
    governs: isUnclear ? 'other' : governedBy(governor, context),
    products: withHbm(
      subjectOf({ text, sentence, surroundings, amount, price }) ?? previous?.products ?? context.products,
      surroundings,
    ),
    sign: signOf(amount, surroundings, text) ?? previous?.sign,
    basis,
    period,
    isDated: surroundings.near.some((lexeme) => lexeme.kind === 'period' && !lexeme.isBase),
  };
}

const governedBy = (governor: Governor | undefined, { previous, governs }: Context): Claim['governs'] => {
  if (governor === undefined) return previous === undefined ? governs : previous.governs;
  return governor.kind === 'price' ? governor.of : 'other';
};

/** "Samsung raises DRAM prices by 30%": what one seller does to its list is no change of the market in some period. */
const isAct = (price: Governor | undefined, { before, near }: Surroundings): boolean =>
  price !== undefined &&
  before.some((lexeme) => lexeme.kind === 'direction' && lexeme.end <= price.start) &&
  ![...before, ...near].some((lexeme) => lexeme.kind === 'direction' && lexeme.start >= price.end);

const isFiscal = ({ before, near }: Surroundings): boolean =>
  [...before, ...near].some((lexeme) => lexeme.kind === 'span' && lexeme.isFiscal === true);

const isOverSpan = ({ before, near }: Surroundings): boolean =>
  [...before, ...near].some(({ kind }) => kind === 'span');

type Governor = Extract<Lexeme, { kind: 'price' } | { kind: 'other' }>;

const isGovernor = <T extends Lexeme>(lexeme: T): lexeme is T & Governor =>
  lexeme.kind === 'price' || lexeme.kind === 'other';

/** What follows the amount governs it where it must, as in "10–20% price premium"; otherwise the noun that came last. */
const governorOf = (amount: Amount, { before, near }: Surroundings, text: string): Governor | undefined =>
  governorAfter(amount, near, text) ?? before.findLast(isGovernor);

const isShare = /^\s*of\s/i;
const isComparison =
  /^\s*(?:\w+\s)?(?:higher|lower|above|below|cheaper|dearer|more|less|over(?!\s(?:the\s)?(?:same|past|last|previous|prior|next|coming|period)))\s(?:than\s)?(?!.{0,12}(?:quarter|year|month|week|[QYM][/-]?o[/-]?[QYM]|sequential|\b(?:\dQ|Q\d|\dH|20\d\d)))/i;
const oneWordOrNone = /^[\s-]*(?:[\w-]+\s)?$/;
const inTheNext = /^\s*(?:[\w-]+\s)?in\s(?:\w+\s){0,2}$/i;
const ofTheNext = /(?:^|\s)(?:in|for|of)\s(?:(?!(?:in|on|as|to|by|with|amid|from|after)\b)[\w.–-]+\s){0,4}$/i;

/** "31% of demand", "30% higher than DDR4", "29% revenue growth", "a 28% rise in shipments", "2.8% in spot prices". */
function governorAfter(amount: Amount, near: readonly Scoped[], text: string): Governor | undefined {
  const tail = text.slice(amount.end, amount.end + 40);
  if (isShare.test(tail) || isComparison.test(tail)) return { kind: 'other', start: amount.end, end: amount.end };
  const [first, second] = near.filter(({ kind }) => kind !== 'basis' && kind !== 'period' && kind !== 'product');
  if (first === undefined) return undefined;
  const gap = text.slice(amount.end, first.start);
  if (first.kind === 'other') return oneWordOrNone.test(gap) || inTheNext.test(gap) ? first : undefined;
  if (first.kind === 'price') return oneWordOrNone.test(gap) || ofTheNext.test(gap) ? first : undefined;
  if (first.kind !== 'direction' || second === undefined || !isGovernor(second)) return undefined;
  return /\s(?:in|of|for)\s/.test(text.slice(first.end - 1, second.start)) ? second : undefined;
}

type Direction = Extract<Lexeme, { kind: 'direction' }>;

const isDirection = <T extends Lexeme>(lexeme: T): lexeme is T & Direction => lexeme.kind === 'direction';

const directionIn = (lexeme: Scoped): (Scoped & Direction) | undefined => {
  if (lexeme.kind !== 'earlier') return isDirection(lexeme) ? lexeme : undefined;
  return lexeme.sign === undefined ? undefined : { ...lexeme, kind: 'direction', sign: lexeme.sign, isWeak: true };
};

/** In "the increase is expected to drop to 3–8%" it is the increase that counts. */
function signOf(amount: Amount, { before, near }: Surroundings, text: string): 1 | -1 | undefined {
  if (amount.sign !== undefined) return amount.sign;
  const following = near.find(({ kind }) => kind !== 'basis' && kind !== 'price' && kind !== 'product');
  if (
    following !== undefined &&
    isDirection(following) &&
    !/[,;、]|\b(?:and|as|on|to)\b/i.test(text.slice(amount.end, following.start))
  )
    if (following.start - amount.end < 24) return following.sign;

  const directions = before.flatMap((lexeme) => directionIn(lexeme) ?? []);
  const strong = directions.filter(({ isWeak }) => !isWeak);
  const last = strong.at(-1) ?? directions.at(-1);
  const [first] = strong;
  if (last === undefined || first === undefined)
    return last?.sign === -1 && ofForecast.test(text.slice(last.end, amount.start)) ? undefined : last?.sign;
  const leadsTo = /^\s*(?:to|至|到)\s*(?:(?:over|about|around|just|only|approximately|逾|约|約)\s*)*$/i;
  return leadsTo.test(text.slice(last.end, amount.start)) ? first.sign : last.sign;
}

/** To cut a forecast is not to forecast a cut. */
const ofForecast = /\b(?:outlook|forecast|estimate|projection|prediction)s?\b/i;

const basisIn = (lexeme: Lexeme): Basis | undefined =>
  lexeme.kind === 'basis' || lexeme.kind === 'direction' ? lexeme.basis : undefined;

const basisOf = ({ before, near }: Surroundings): Basis | undefined =>
  near.map(basisIn).find((basis) => basis !== undefined) ??
  before.map(basisIn).findLast((basis) => basis !== undefined);

/**
 * In "will narrow from 15–20% in the second quarter to 5–10%" the quarter in between is that of the first amount, in
 * "in September (−17%) and November (−21%)" each month is that of the amount in its parentheses.
 */
function periodsAround(amount: Amount, sentence: readonly Scoped[], { previous, text }: Context): Surroundings {
  const surroundings = surroundingsOf(amount, sentence);
  const last = surroundings.before.findLast(({ kind }) => kind === 'period');
  if (last !== undefined && /^\s?[(（]$/.test(text.slice(last.end, amount.start)))
    return { before: [last], after: [], near: [] };
  if (previous === undefined || !isReplacedBy(previous.amount, amount, text)) return surroundings;
  return { ...surroundings, before: sentence.filter(({ end }) => end <= previous.amount.start) };
}

type PeriodLexeme = Extract<Scoped, { kind: 'period' }>;

/**
 * Only a period that the change can be of: a quarter for a change on the quarter, a year or quarter for one on the year.
 * A half year beside the amount is returned all the same, for then the change is of no quarter.
 */
function periodOf(amount: Amount, { before, after, near }: Surroundings, basis: Basis | undefined): Period | undefined {
  const fits = (lexeme: Scoped): lexeme is PeriodLexeme =>
    lexeme.kind === 'period' && lexeme.period.kind in kindsOf[basis ?? 'none'];
  const spoken = (lexeme: Scoped): lexeme is PeriodLexeme => fits(lexeme) && !lexeme.isBase;
  const isLast = after.every(({ kind }) => kind !== 'magnitude');
  const unfit = near.find((lexeme) => lexeme.kind === 'period' && lexeme.period.kind === 'half');
  const found = near.find(spoken) ?? unfit ?? before.findLast(spoken) ?? (isLast ? after.find(spoken) : undefined);
  if (found?.kind === 'period') return found.period;
  const base = [...near, ...before].find(fits);
  return base !== undefined && base.start > amount.start ? periodAfter(base.period) : undefined;
}

const kindsOf: Readonly<Record<Basis | 'none', Partial<Record<Period['kind'], true>>>> = {
  none: { quarter: true, year: true, month: true },
  qoq: { quarter: true },
  yoy: { quarter: true, half: true, year: true },
  mom: { month: true, quarter: true },
  wow: {},
};
