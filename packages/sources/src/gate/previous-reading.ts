/** What was known before a document was read. */
import type { Quote } from '@bandgap/core';

export interface PreviousReading {
  /** Quotes in the last accepted reading of the same document. */
  readonly quotes: number;
  /** The subjects it quoted, and how long before this document it was fetched. */
  readonly subjects?: ReadonlySet<string>;
  readonly daysAgo?: number;
  /** The value last believed. */
  valueOf(series: Quote['series']): number | undefined;
  /** The value that the reading before held back, waiting to be confirmed. */
  heldOf?(series: Quote['series']): number | undefined;
  /** What the seller's own page or interface last said of the same offer, where this source only relays it. */
  firstHand?(series: Quote['series']): number | undefined;
}
