/** A series is what is measured: who says so, of what, which quantity, sold by whom, on which terms, in which unit. */
import type { Day } from './time.ts';
import type { Unit } from './unit.ts';

/** How a rental price came about. A list ask and a survey of signed contracts are never compared silently. */
export type Surface = 'list' | 'marketplace' | 'transacted' | 'survey' | 'index';

/** How long the buyer is bound. */
export type Tenor = 'on_demand' | 'spot' | 'serverless' | 'contract_1y' | 'contract_3y' | 'contract_5y';

/** A price per GPU-hour. `minGpus` is the smallest order the price is for, where the source says. */
export interface RentalTerms {
  readonly kind: 'rental';
  readonly surface: Surface;
  readonly tenor: Tenor;
  readonly minGpus?: number;
  readonly region?: string;
  /** The seller's name of the machine, where one seller offers the same GPU in several. */
  readonly instanceType?: string;
  /** How the tenor is bought, where the seller offers it in more than one way. */
  readonly commitment?: 'reservation' | 'savings_plan';
  /** Who sets a spot price: a market, or the seller, who moves it rarely. A placeholder stands where nothing is sold. */
  readonly spotKind?: 'market' | 'administered' | 'placeholder';
}

/** A price per million tokens. `contextFrom` is the prompt length in tokens from which the price applies. */
export interface TokenTerms {
  readonly kind: 'token';
  readonly tier: 'standard' | 'batch' | 'flex' | 'priority' | 'fast';
  readonly contextFrom: number;
  /** Days and hours at which the price applies, as the source says it; absent means always. */
  readonly window?: string;
  /** Where the request runs, as the seller names it; absent means wherever the seller likes. */
  readonly region?: string;
  /** A price net of a discount that the seller gives for a while; absent means the list price. */
  readonly listing?: 'promo';
  /** The day from which an announced price is to apply. It may be withdrawn before then; absent means in force. */
  readonly validFrom?: Day;
}

/** A memory price. `spot_proxy` is a trade-press quote that stands in for a spot price; `statistic` is what an office of statistics counts or indexes. */
export interface MemoryTerms {
  readonly kind: 'memory';
  readonly basis: 'spot' | 'spot_proxy' | 'contract' | 'estimate' | 'statistic';
}

export type Terms = RentalTerms | TokenTerms | MemoryTerms;

/** The quantity: a rental price; one meter of a token price; one column of a memory board. */
export type Metric =
  | 'rental'
  | 'input'
  | 'cache_read'
  | 'cache_write_5m'
  | 'cache_write_1h'
  | 'output'
  | 'average'
  | 'session_high'
  | 'session_low'
  | 'daily_high'
  | 'daily_low';

export interface SeriesKey {
  readonly source: string;
  /** `h100-sxm`, `anthropic/claude-opus-4-7`, `dram-ddr5-16gb-4800`. An id of the catalog, or `raw:` and the source's own name. */
  readonly subject: string;
  readonly metric: Metric;
  /** Who sells at this price: a provider, a token seller, a market. */
  readonly venue: string;
  readonly terms: Terms;
  readonly unit: Unit;
}
