/** One statement about a price, with the words it stands in. */
import type { Instant } from '@bandgap/core';

/** Raised when the same text would be read differently: what an earlier grammar read stays beside it. */
export const grammarVersion = 3;

/** Percent. A bound that is not stated is null: "over 60 %" is from 60 to null. */
export interface PercentRange {
  readonly low: number | null;
  readonly high: number | null;
}

export type Bound = 'point' | 'approx' | 'range' | 'gt' | 'gte' | 'lt' | 'lte' | 'flat';

/** Which price changed against which earlier one. */
export type SignalMetric = `${'contract' | 'spot' | 'asp'}_${'qoq' | 'yoy' | 'mom' | 'wow'}_pct`;

export interface Signal extends PercentRange {
  /** `1Q26`, `2027`, `2026-01`, `2026-W07`. */
  readonly period: string;
  readonly product: string;
  readonly metric: SignalMetric;
  readonly bound: Bound;
  readonly status: 'forecast' | 'actual' | 'revised';
  /** What was said before, or was the change before, where the text sets it beside the new figure. */
  readonly prior: PercentRange | null;
  /** The number and its words, as characters of the text: from `start`, up to and without `end`. */
  readonly span: { readonly start: number; readonly end: number };
  readonly ruleId: string;
}

export interface DatedText {
  readonly text: string;
  readonly publishedAt: Instant;
}
