/** What reading a document yields: quotes to believe, skips to count, headlines to list. */
import type { SeriesKey } from './series.ts';
import type { Instant } from './time.ts';

/** One price, and where in the document it stands. */
export interface Quote {
  readonly kind: 'quote';
  readonly series: Omit<SeriesKey, 'source'>;
  /** In the unit of the series, finite and above zero. */
  readonly value: number;
  /** When the price was true, where the document says so; otherwise it is true when fetched, until it changes. */
  readonly observedAt?: Instant;
  readonly printedChange?: PrintedChange;
  /** JSON pointer, CSS path or row number: enough to find the number again in the same bytes. */
  readonly at: string;
}

/** What stands beside a price: by how much it differs from the last price of the day before. Zero where it does not. */
export interface PrintedChange {
  readonly percent: number;
  readonly at: string;
}

export const skipCodes = [
  'unknown_subject',
  'unknown_unit',
  'not_a_price',
  'out_of_scope',
  'implausible',
  'ambiguous',
  'no_date',
  'held',
  'disputed',
  'free',
  'dynamic',
  'unpriced',
  'unreadable',
] as const;

/**
 * `held` waits to be confirmed; `disputed` is a printed change that the prices we know contradict, though the price is used; `free` is a price of zero, `dynamic` one that is only known when asked, `unpriced` one that is
 * not stated, `unreadable` one that is stated in a way we cannot read.
 */
export type SkipCode = (typeof skipCodes)[number];

/** A row that was seen and not used. Skips are kept and counted, so that a rise in them is noticed. */
export interface Skip {
  readonly kind: 'skip';
  readonly code: SkipCode;
  /** What was skipped, in the source's own words, shortened. */
  readonly text: string;
  readonly at: string;
}

/** One entry of a news feed. */
export interface Headline {
  readonly kind: 'headline';
  /** Same entry, same key, however often the feed repeats it. */
  readonly key: string;
  readonly title: string;
  readonly url: string;
  /** Absent when the feed gives no readable date. */
  readonly publishedAt?: Instant;
  readonly at: string;
}

export type Row = Quote | Skip | Headline;

export const quote = (q: Omit<Quote, 'kind'>): Quote => ({ kind: 'quote', ...q });
export const headline = (h: Omit<Headline, 'kind'>): Headline => ({ kind: 'headline', ...h });
export const skip = (code: Skip['code'], text: string, at: string): Skip => ({
  kind: 'skip',
  code,
  text: text.slice(0, 200),
  at,
});
