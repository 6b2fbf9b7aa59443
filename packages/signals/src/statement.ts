/** From claims to statements: earlier figures are set beside the new ones, what is said of no price is dropped. */
import type { Claim } from './claim.ts';
import { distributed, withFlats } from './claim-lists.ts';
import { periodName } from './period.ts';
import { isReplacedBy } from './replacement.ts';
import { type Amount, isAmount, type Scoped, type Sentence } from './sentence.ts';
import type { Bound, PercentRange, Signal } from './signal.ts';

export interface Statement extends Pick<Signal, 'bound' | 'prior' | 'span' | 'ruleId'> {
  /** Undefined where the words leave it open. */
  readonly status: Signal['status'] | undefined;
  readonly governs: 'contract' | 'spot' | 'asp';
  readonly products: readonly string[];
  readonly basis: Claim['basis'];
  readonly period: Claim['period'];
  readonly isDated: boolean;
  readonly range: PercentRange;
}

export interface Spoken {
  readonly claims: readonly Claim[];
  readonly sentence: Sentence;
  readonly text: string;
}

export function statementsOf(said: Spoken): readonly Statement[] {
  const { sentence, text } = said;
  const spoken: Spoken = {
    ...said,
    claims: withRevisions(withFlats(distributed(said.claims, text), text), sentence, text),
  };
  return spoken.claims.flatMap((claim): readonly Statement[] => {
    const governs = priceOf(claim, sentence, text);
    const range = signed(claim.amount, claim.sign);
    if (governs === undefined || range === undefined || claim.products.length === 0) return [];
    if (isEarlier(claim, spoken) || isReplaced(claim, spoken)) return [];
    const { start, end, bound } = claim.amount;
    const prior = priorOf(claim, spoken);
    return [
      {
        governs,
        products: claim.products,
        basis: claim.basis,
        period: claim.period,
        isDated: claim.isDated,
        range,
        bound: claim.sign === -1 ? mirrored[bound] : bound,
        status: statusOf(claim, spoken, prior !== undefined && !isOfAnotherPeriod(prior, claim)),
        prior: prior === undefined ? null : (signed(prior.amount, signOfPrior(prior, claim, text)) ?? null),
        span: { start, end },
        ruleId: `${claim.governs === undefined ? 'product' : 'price'}-${bound}${prior === undefined ? '' : '-revised'}`,
      },
    ];
  });
}

/**
 * The price that changed. Where no price is named, a product "to rise 45–50% on the quarter" can mean nothing else, as
 * long as the sentence speaks of no other quantity and of no growth.
 */
function priceOf(claim: Claim, sentence: Sentence, text: string): Statement['governs'] | undefined {
  const { governs, amount, basis, sign } = claim;
  if (governs === 'other' || isSupposed(claim, sentence, text)) return undefined;
  if (governs === 'price' && isUndated(claim, text.slice(sentence.start, amount.end))) return undefined;
  if (governs === 'price') return basis === 'wow' ? 'spot' : 'contract';
  if (governs !== undefined) return governs;
  const isQuarterly = amount.bound === 'range' || basis === 'qoq';
  const grows = /\b(?:grow|grew|expand)/i.test(text.slice(Math.max(0, amount.start - 40), amount.end + 20));
  if (!isQuarterly || basis === 'yoy' || amount.bound === 'flat' || sign === undefined || grows) return undefined;
  const visible = sentence.lexemes.filter(({ scope }) => scope === 0 || scope === amount.scope);
  const speaksOf = (kind: Scoped['kind']) => visible.some((lexeme) => lexeme.kind === kind);
  return speaksOf('other') || !(speaksOf('product') || speaksOf('hbm')) ? undefined : 'contract';
}

/** "DRAM prices up 40%" can be of any time. Ranges, and bounds that are forecast, are those of quarterly reports. */
const isUndated = ({ amount: { bound }, basis, period }: Claim, words: string): boolean =>
  basis === undefined &&
  period === undefined &&
  (bound === 'point' || (bound !== 'range' && bound !== 'flat' && !future.test(words)));

/** "A 1% rise in DRAM prices adds…" is no rise, nor is "if DRAM prices fall 5–10%". That HBM may be counted is no such if. */
const isSupposed = ({ amount, basis }: Claim, sentence: Sentence, text: string): boolean =>
  /\b(?:if|unless)\b(?!.*HBM)/i.test(text.slice(clauseStart(amount, sentence), amount.start)) ||
  (amount.bound === 'point' &&
    basis === undefined &&
    !future.test(text.slice(sentence.start, amount.start)) &&
    /\b(?:an?|each|every)\s$/i.test(text.slice(Math.max(0, amount.start - 6), amount.start)) &&
    sentence.lexemes.every(({ kind }) => kind !== 'period'));

const clauseStart = (amount: Amount, { lexemes, start }: Sentence): number =>
  lexemes.findLast(({ kind, end }) => kind === 'break' && end <= amount.start)?.end ?? start;

const longestGap = 70;

const comparison =
  /(?:\b(?:compared (?:to|with)|versus|vs\.?|contrary to|against|as opposed to)|(?<!\b(?:more|less|greater|higher|lower) )\bthan)\s(?:the |a |an |its |around |about )*$|[較较][^,,。;;]{0,10}$/i;

/** "from an earlier estimate of 55–60%", "down from the 15–20% of 2Q". */
function isEarlier({ amount }: Claim, { sentence, text }: Spoken): boolean {
  const isSpread = amount.bound === 'range' && /\sto\s/.test(text.slice(amount.start, amount.end));
  const before = text.slice(Math.max(0, amount.start - 24), amount.start);
  if (
    comparison.test(before) ||
    (!isSpread && /(?<!\brang(?:ing|e|es|ed) )\bfrom\s(?:the |a |an |its |around |about )*$/i.test(before))
  )
    return true;
  const marker = sentence.lexemes.findLast(({ kind, end }) => kind === 'earlier' && end <= amount.start);
  if (marker === undefined || amount.start - marker.end > longestGap) return false;
  return !sentence.lexemes.some(
    (lexeme) =>
      lexeme.start > marker.start && lexeme.start < amount.start && (lexeme.kind === 'break' || isAmount(lexeme)),
  );
}

/** The first of "from 33–38% to 55–60%". */
function isReplaced(claim: Claim, { claims, text }: Spoken): boolean {
  const next = claims[claims.indexOf(claim) + 1];
  if (next === undefined) return false;
  return isReplacedBy(claim.amount, next.amount, text);
}

function priorOf(claim: Claim, spoken: Spoken): Claim | undefined {
  const index = spoken.claims.indexOf(claim);
  const [before, after] = [spoken.claims[index - 1], spoken.claims[index + 1]];
  if (before !== undefined && (isReplaced(before, spoken) || (index === 1 && isEarlier(before, spoken)))) return before;
  return after !== undefined && isEarlier(after, spoken) && !isReplaced(after, spoken) ? after : undefined;
}

/** "Down from 15–20% in 3Q25" is a comparison, and no forecast of before. */
const isOfAnotherPeriod = (prior: Claim, { period }: Claim): boolean =>
  prior.isDated &&
  prior.period !== undefined &&
  period !== undefined &&
  periodName(prior.period) !== periodName(period);

/** As the new figure, unless a noun says otherwise: "reversing from a 3–8% increase". */
const signOfPrior = (prior: Claim, { sign }: Claim, text: string): Claim['sign'] =>
  /^\s(?:increas|ris|gain|hike|declin|drop|fall|decreas)/i.test(text.slice(prior.amount.end, prior.amount.end + 12))
    ? prior.sign
    : sign;

const revision =
  /\brevis|\bupgrad|\b(?:raised|adjusted) to\b|\b(?:rais|hik|lift|lower|boost|cut|trim|slash)\w*\s(?:[^\s.;]+\s){0,6}?(?:outlook|forecasts?|estimates?|projections?)\b|[上下]修|上[调調]|[调調]升/i;
const future =
  /\b(?:will|would|expect|project(?:s|ed|ing|ion)|forecast|estimat|predict|anticipat|likely|could|might|may (?:be|see|rise|fall|increase|climb|drop|decline|surge|jump|reach|exceed|gain|soar|hit|continue)|set (?:to|for)|poised|outlook|sees?\s|to (?:rise|increase|climb|surge|jump|soar|grow|decline|drop|fall|decrease|remain|stay|hit))|[预預][估计計测測期]|[将將]|估|전망|예상/i;
const past =
  /\b(?:rose|fell|grew|increased|climbed|surged|jumped|soared|declined|dropped|decreased|slid|slipped|plunged|gained|advanced|skyrocketed|spiked|tumbled|plummeted|slumped|sank|rebounded|rallied|was|were|had|has|have|risen|fallen|ended|posted|recorded|saw|after \w+ing|following an?)\b|了/i;

function statusOf(
  { amount }: Claim,
  { claims, sentence, text }: Spoken,
  hasPrior: boolean,
): Signal['status'] | undefined {
  if (hasPrior || revision.test(text.slice(sentence.start, sentence.end))) return 'revised';
  const previous = claims.findLast((claim) => claim.amount.end <= amount.start);
  const words = text.slice(previous?.amount.end ?? sentence.start, amount.end);
  if (future.test(words)) return 'forecast';
  if (past.test(words)) return 'actual';
  return previous === undefined ? undefined : statusOf(previous, { claims, sentence, text }, false);
}

/** Undefined where the direction is not known. */
function signed({ low, high, bound }: Amount, sign: 1 | -1 | undefined): PercentRange | undefined {
  if (bound === 'flat') return { low: 0, high: 0 };
  if (sign === undefined) return undefined;
  const size: PercentRange =
    bound === 'gt' || bound === 'gte'
      ? { low, high: null }
      : bound === 'lt' || bound === 'lte'
        ? { low: null, high }
        : { low, high };
  return sign === 1 ? size : { low: negative(size.high), high: negative(size.low) };
}

const negative = (value: number | null): number | null => (value === null || value === 0 ? value : -value);

/** A fall of more than 10 % is a change below −10 %. */
const mirrored: Readonly<Record<Bound, Bound>> = {
  point: 'point',
  approx: 'approx',
  range: 'range',
  flat: 'flat',
  gt: 'lt',
  gte: 'lte',
  lt: 'gt',
  lte: 'gte',
};

/** "Raised from 20% to 30%" is one forecast after another, where otherwise it would be a range. */
function withRevisions(claims: readonly Claim[], sentence: Sentence, text: string): readonly Claim[] {
  if (!revision.test(text.slice(sentence.start, sentence.end))) return claims;
  return claims.flatMap((claim) => {
    const { start, end, low, high, bound } = claim.amount;
    const [to] = /\sto\s/.exec(text.slice(start, end)) ?? [];
    if (bound !== 'range' || to === undefined || !/\bfrom\s$/i.test(text.slice(Math.max(0, start - 6), start)))
      return [claim];
    const middle = start + text.slice(start, end).indexOf(to);
    const point = (size: number, place: { readonly start: number; readonly end: number }): Claim => ({
      ...claim,
      amount: { ...claim.amount, low: size, high: size, bound: 'point', ...place },
    });
    return [point(low, { start, end: middle }), point(high, { start: middle + to.length, end })];
  });
}
