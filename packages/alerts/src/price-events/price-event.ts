/** What people want to hear about token prices. */
import { canonicalJson, type Day, type Instant, type Metric, sha256, type TokenTerms } from '@bandgap/core';

interface OfModel {
  readonly subject: string;
  readonly venue: string;
}

/** One meter before and after; `from` is absent where there was no price. */
export interface MeterChange {
  readonly metric: Metric;
  readonly tier: TokenTerms['tier'];
  readonly contextFrom: number;
  readonly from?: number;
  readonly to: number;
}

/** A service tier at a length of prompt. */
export interface Band {
  readonly tier: TokenTerms['tier'];
  readonly contextFrom: number;
}

export type PriceEvent =
  | (OfModel & {
      readonly kind: 'price_changed';
      readonly metric: Metric;
      readonly terms: TokenTerms;
      readonly from: number;
      readonly to: number;
      /** A fraction of the price before: -0.5 is half off. */
      readonly change: number;
      readonly effectiveAt: Instant;
      readonly confirmedBy: readonly string[];
    })
  | (OfModel & {
      readonly kind: 'promo_started' | 'promo_ended';
      readonly tier: TokenTerms['tier'];
      readonly discount?: number;
    })
  | (OfModel & {
      readonly kind: 'change_scheduled';
      readonly effectiveOn: Day;
      readonly meters: readonly MeterChange[];
    })
  | (OfModel & { readonly kind: 'change_cancelled'; readonly effectiveOn: Day })
  | (OfModel & { readonly kind: 'tier_changed'; readonly added: readonly Band[]; readonly removed: readonly Band[] })
  | (OfModel & {
      readonly kind: 'time_window_changed';
      readonly from: readonly string[];
      readonly to: readonly string[];
    })
  | { readonly kind: 'model_added' | 'model_removed'; readonly subject: string }
  | { readonly kind: 'deprecation_announced'; readonly subject: string; readonly retiredOn: Day }
  | { readonly kind: 'alias_repointed'; readonly alias: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'blend_changed';
      readonly subject: string;
      readonly scenario: string;
      readonly from: number;
      readonly to: number;
    };

/** The same event has the same key, however often it is worked out. */
export const eventKey = (source: string, asOf: Instant, event: object): string =>
  sha256(canonicalJson([source, asOf, event]));
