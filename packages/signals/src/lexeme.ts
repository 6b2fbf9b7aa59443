/** The words that matter in a headline, in order, each with its place. All else is passed over. */
import type { Instant } from '@bandgap/core';
import { percentWords } from './percent-words.ts';
import type { Period } from './period.ts';
import { periodWords } from './period-words.ts';
import { priceWords } from './price-words.ts';
import { productWords } from './product-words.ts';
import type { Bound } from './signal.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
}

export type Meaning =
  | { readonly kind: 'product'; readonly products: readonly string[] }
  /** "including HBM", "excluding HBM": says which DRAM is meant. */
  | { readonly kind: 'hbm'; readonly included: boolean }
  | Magnitude
  /** A weak one says where a forecast went, if a stronger one says where the price goes. */
  | { readonly kind: 'direction'; readonly sign: 1 | -1; readonly isWeak?: boolean; readonly basis?: Basis }
  /** A plain price is a contract price, unless it changes by the week. */
  | { readonly kind: 'price'; readonly of: 'contract' | 'spot' | 'asp' | 'price' }
  /** What else percentages are of: revenue, shipments, premiums. */
  | { readonly kind: 'other' }
  | { readonly kind: 'period'; readonly period: Period; readonly isBase: boolean }
  /** "By mid-2026", "in three months": a change over that long is of no one quarter, and fiscal quarters are one maker's. */
  | { readonly kind: 'span'; readonly isFiscal?: boolean }
  | { readonly kind: 'basis'; readonly basis: Basis }
  /** The reason given for a price; its nouns govern nothing outside of it. */
  | { readonly kind: 'reason' }
  | { readonly kind: 'break'; readonly isEnd: boolean }
  /** What follows was said before, or is what is compared with; "up from" also says which way it went since. */
  | { readonly kind: 'earlier'; readonly sign?: 1 | -1 };

/** A size of a change, without its direction. */
export interface Magnitude {
  readonly kind: 'magnitude';
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
  /** Where the number itself carries a sign. */
  readonly sign?: 1 | -1;
}

export type Basis = 'qoq' | 'yoy' | 'mom' | 'wow';
export type Lexeme = Meaning & Place;

/** Lexemes do not overlap: of two that begin together the longer is meant, of others the first. */
export function lexemesOf(text: string, publishedAt: Instant): readonly Lexeme[] {
  const found = [
    ...percentWords(text),
    ...periodWords(text, publishedAt),
    ...productWords(text),
    ...priceWords(text),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((lexeme) => {
    if (lexeme.start < end) return false;
    end = lexeme.end;
    return true;
  });
}
