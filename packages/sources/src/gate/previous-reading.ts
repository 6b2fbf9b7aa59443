/** What was known before a document was read. */
import type { Quote } from '@bandgap/core';
import type { ListChanges } from './listed-prices.ts';

type Series = Quote['series'];

export interface PreviousReading {
  /** Quotes in the last accepted reading of the same document. */
  readonly quotes: number;
  /** The subjects it quoted, and how long before this document it was fetched. */
  readonly subjects?: ReadonlySet<string>;
  readonly daysAgo?: number;
  /** How long before this document the last one was fetched, believed or not. */
  readonly daysUnseen?: number;
  /** How the document differs from the one of that reading, where both are lists in JSON. */
  readonly changes?: ListChanges;
  /** The value last believed, whichever document it stood in. */
  valueOf(series: Series): number | undefined;
  /** The price that the reading before held back, waiting to be confirmed. */
  heldOf?(series: Series): HeldPrice | undefined;
  /** The last price of the day before, where it is certain that we saw it, of a quote that is of the day of the document. */
  closeBefore?(quote: Quote): number | undefined;
  /** What the seller itself last asked for this GPU at this tenor, wherever and in whatever size; empty where nobody knows. */
  firstHand?(series: Series): readonly number[];
}

export interface HeldPrice {
  readonly value: number;
  /** The documents that quoted it one after the other, in hours before this one, the earliest first. */
  readonly hoursAgo: readonly number[];
}
