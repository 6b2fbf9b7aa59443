/** What pages show of token prices. */
import type { Day, Instant, Metric, TokenTerms } from '@bandgap/core';
import type { ConfirmedPrice } from '@bandgap/models';

export type Meters<Value> = Readonly<Partial<Record<Metric, Value>>>;

/** A model at the lab that sells it. Prices in USD per million tokens. */
export interface TokenModel {
  /** `anthropic/claude-opus-4-7`. */
  readonly model: string;
  readonly seller: string;
  readonly status: ConfirmedPrice['status'];
  /** Each with who agrees and who does not; or, where it is pending, the candidates. */
  readonly meters: Meters<ConfirmedPrice>;
  readonly asOf: Instant;
  /** From when on the newest of its confirmed prices has stood; absent where none was ever confirmed. */
  readonly since?: Day;
  readonly receipt: string;
  readonly blends: readonly TokenBlend[];
}

export interface TokenBlend {
  readonly scenario: string;
  readonly label: string;
  readonly blendedPerMTok: number;
  /** Pending where a price that counts is not confirmed. */
  readonly status: ConfirmedPrice['status'];
  readonly asOf: Instant;
  readonly receipt: string;
}

/** What one source says one seller asks on one set of terms, in force or announced. */
export interface TokenOffer {
  readonly source: string;
  readonly seller: string;
  readonly terms: TokenTerms;
  readonly meters: Meters<number>;
  /** Since when all of it has stood. */
  readonly since: Instant;
  readonly seenAt: Instant;
  readonly publishable: boolean;
}

/** A confirmed price from the day on which it was first confirmed. */
export interface TokenStep {
  readonly metric: Metric;
  readonly from: Day;
  readonly price: number;
  readonly receipt: string;
}

export interface TokenModelDetail {
  readonly model: string;
  /** Absent where no list price was ever voted on: a model that only hosts sell. */
  readonly listPrice?: TokenModel;
  readonly offers: readonly TokenOffer[];
  /** By meter, oldest first. */
  readonly steps: readonly TokenStep[];
}
