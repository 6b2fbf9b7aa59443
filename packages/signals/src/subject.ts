/** Which products a price is of. */
import type { Lexeme } from './lexeme.ts';
import type { Amount, Scoped, Surroundings } from './sentence.ts';

type Product = Extract<Scoped, { kind: 'product' }>;

const isProduct = (lexeme: Scoped): lexeme is Product => lexeme.kind === 'product';

const strongLink = /^(?:\s\d+G[Bb])?\s*(?:,\s*)?(?:and|&|\/|、|及|和|与|與|以及|as well as|or)\s*(?:the\s|its\s)?$/i;
const weakLink = /^\s*[,，]\s*$/;

/** Words that may stand between a product and its price: "server DRAM fixed contract prices". */
const adjectives =
  /^[\s-]*(?:(?:products?|chips?|modules?|average|overall|blended|monthly|quarterly|fixed|contract|spot|transaction|selling|market|的|整体|整體|平均)[\s-]*)*$/i;

const introduces = /(?:^|\s)(?:for|in|of|on)\s(?:both\s|the\s|its\s|all\s|most\s|mainstream\s|average\s|overall\s)*$/i;

export interface SubjectQuestion {
  readonly text: string;
  readonly sentence: readonly Scoped[];
  readonly amount: Amount;
  readonly surroundings: Surroundings;
  /** The word for the price that the amount is a percentage of, where there is one before it. */
  readonly price: Lexeme | undefined;
}

/** Undefined where the surroundings name none: then it is the one that was spoken of before. */
export function subjectOf(question: SubjectQuestion): readonly string[] | undefined {
  const { text, surroundings } = question;
  const found = productAfter(question) ?? productBefore(question);
  if (found === undefined) return undefined;
  const listed = listAround(found, [...surroundings.before, ...surroundings.after].filter(isProduct), text);
  return listed.flatMap(({ products }) => products);
}

/** "38–43% for LPDDR4", "a 3–8% rise in contract prices for DRAM", "a 50–55% DRAM price rise". */
function productAfter({ text, amount, surroundings: { before, near } }: SubjectQuestion): Product | undefined {
  const product = near.find(isProduct);
  if (product === undefined) return undefined;
  const gap = text.slice(amount.end, product.start);
  const follower = near[near.indexOf(product) + 1];
  const isOfOther = follower?.kind === 'other' && follower.start - product.end < 12;
  const isCompound = gap.trim() === '' && (follower?.kind === 'price' || follower?.kind === 'direction');
  if (isCompound) return product;
  if (isOfOther || gap.length > 60 || !introduces.test(gap) || /\b(?:with|and)\s.*\bpric/i.test(gap)) return undefined;
  const namesPrice = near.some(
    ({ kind, start }) => (kind === 'direction' || kind === 'price') && start < product.start,
  );
  return namesPrice || /\bfor\s/i.test(gap) || !before.some(isProduct) ? product : undefined;
}

function productBefore({ text, sentence, surroundings: { before }, price }: SubjectQuestion): Product | undefined {
  const products = spokenOf(before, text);
  const last = products.at(-1);
  if (price === undefined || last === undefined) return last;
  const gapTo = (product: Product) => text.slice(price.end, product.start);
  if (sentence.some(({ kind, start }) => kind === 'break' && start >= price.end && start < last.start)) return last;
  const afterPrice = products.find(({ start }) => start >= price.end);
  if (afterPrice !== undefined && /^\s(?:for|of)\s(?:\w+\s)?$/i.test(gapTo(afterPrice)))
    return usedIn(afterPrice, products, text);
  const beforePrice = products.findLast(({ end }) => end <= price.start);
  if (beforePrice !== undefined && adjectives.test(text.slice(beforePrice.end, price.start))) return beforePrice;
  if (afterPrice !== undefined && gapTo(afterPrice).length < 60 && introduces.test(gapTo(afterPrice)))
    return usedIn(afterPrice, products, text);
  return last;
}

/** The products named for their own sake. */
export const spokenOf = (lexemes: readonly Scoped[], text: string): readonly Product[] =>
  lexemes
    .filter(isProduct)
    .filter((product, index, all) => !isApposition(all[index - 1], product, text) && !isCompared(product, text));

/** Flash "used in client SSDs" is priced as client SSDs are. */
function usedIn(product: Product, products: readonly Product[], text: string): Product {
  const next = products[products.indexOf(product) + 1];
  return next !== undefined && /\bused (?:in|for)\s(?:the\s)?$/i.test(text.slice(product.end, next.start))
    ? next
    : product;
}

/** "LPDDR5X 8 GB chip contract prices" are not those of any chip, "PC DRAM (DDR4 8Gb) prices" not those of all DDR4. */
function isApposition(before: Product | undefined, product: Product, text: string): boolean {
  if (before === undefined) return false;
  const gap = text.slice(before.end, product.start);
  return (
    /^\s?[(（]$/.test(gap) ||
    (product.products.includes('memory_unspecified') && /^[\w\s.-]{0,16}$/.test(gap)) ||
    (/^[\s-](?:\d+[\s-]?(?:Gb|gigabit)\s)?$/i.test(gap) && product.products.some((name) => wider.has(name)))
  );
}

/** "LPDDR4X mobile DRAM", "GDDR6 graphics DRAM": the second says what kind the first is. */
const wider: ReadonlySet<string> = new Set(['dram_mobile', 'dram_graphics', 'dram_total']);

/** "The largest rise among all TLC products", "outpacing DDR5", "TLC系列產品之冠": not what the sentence is about. */
const isCompared = ({ start, end }: Product, text: string): boolean => {
  const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 8)];
  if (/^\s?(?:系列)?(?:[产產]品)?(?:之冠|之最|中最)/.test(after)) return true;
  return (
    !/^['’]s\b/.test(after) && /\b(?:among|outpac(?:e|es|ed|ing)|unlike)\s(?:(?:all|other|the|every)\s)*$/i.test(before)
  );
};

/** "eMMC, UFS and enterprise SSDs": a comma alone makes no list, for one may follow any aside. */
function listAround(found: Product, products: readonly Product[], text: string): readonly Product[] {
  const index = products.indexOf(found);
  const gapAfter = (place: number) => {
    const [left, right] = [products[place], products[place + 1]];
    return left === undefined || right === undefined ? undefined : text.slice(left.end, right.start);
  };
  const isLinked = (gap: string | undefined, isList: boolean) =>
    gap !== undefined && (strongLink.test(gap) || (isList && weakLink.test(gap)));

  let last = index;
  while (isLinked(gapAfter(last), true)) last += 1;
  if (last > index && !strongLink.test(gapAfter(last - 1) ?? '')) last = index;
  let first = index;
  let isList = last > index;
  while (first > 0 && isLinked(gapAfter(first - 1), isList)) {
    isList = true;
    first -= 1;
  }
  return products.slice(first, last + 1);
}

/** "Including HBM" and "excluding HBM" say which DRAM is meant, wherever they stand beside the amount. */
export function withHbm(products: readonly string[], { before, near }: Surroundings): readonly string[] {
  const hbm = [...before, ...near].findLast(({ kind }) => kind === 'hbm');
  if (hbm?.kind !== 'hbm') return products;
  const meant = hbm.included ? 'dram_incl_hbm' : 'dram_conventional';
  if (products.length === 0) return [meant];
  return products.map((product) => (product === 'dram_total' || product === 'dram_conventional' ? meant : product));
}
