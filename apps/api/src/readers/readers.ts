/** What the pages and the HTTP interface show, as plain values. The database gives it; tests may give their own. */
import type { Instant } from '@bandgap/core';
import type { Figure, Receipt } from '@bandgap/receipts';
import type { Source } from '@bandgap/sources';

export interface Readers {
  today(): Promise<Today>;
  sources(): Promise<readonly SourceState[]>;
  /** Undefined where there is no index of that id. */
  index(id: string): Promise<IndexPage | undefined>;
  /** The newest run of each floor and each ceiling project. */
  floors(): Promise<readonly Valued[]>;
  ceilings(): Promise<readonly Valued[]>;
  /** Blended prices of a language model, oldest first. */
  blendedPrices(model: string): Promise<readonly Valued[]>;
  /** Unit prices of a memory part from one source, oldest first: `memory-reference/dram-ddr5-16gb-4800/spot`. */
  memoryPrices(subject: string): Promise<readonly Valued[]>;
  /** Throws a UsageError when no receipt, or more than one, starts with these characters. */
  receipt(prefix: string): Promise<Receipt>;
  /** True when the database answers. */
  isReady(): Promise<boolean>;
}

export interface Today {
  /** When the newest figure is from. Undefined before anything was computed. */
  readonly asOf?: Instant;
  readonly figures: readonly Figure[];
  /** Rules that are firing now. */
  readonly firing: readonly Firing[];
  /** Indices that moved between their last two fixings. */
  readonly moves: readonly Move[];
  readonly sources: readonly SourceState[];
}

export interface Firing {
  readonly ruleId: string;
  readonly index: string;
  readonly since: Instant;
  readonly value: number;
  readonly reference: number;
  readonly strong: boolean;
}

export interface Move {
  readonly index: string;
  readonly name: string;
  readonly from: { readonly day: Instant; readonly value: number };
  readonly to: { readonly day: Instant; readonly value: number; readonly receipt: string };
}

export interface SourceState {
  readonly id: string;
  readonly name: string;
  readonly home: string;
  readonly commodity: Source['commodity'];
  readonly licence: Source['licence'];
  readonly publishable: boolean;
  readonly state:
    | 'fetched'
    | 'unchanged'
    | 'unreachable'
    | 'missed'
    | 'quarantined'
    | 'unreadable'
    | 'waiting'
    | 'never';
  /** What went wrong, in words; absent where nothing did. */
  readonly message?: string;
  readonly lastFetchedAt?: Instant;
  readonly lastChangedAt?: Instant;
  readonly lastAcceptedAt?: Instant;
  readonly quotes: number;
  readonly headlines: number;
  readonly skips: Readonly<Record<string, number>>;
}

export interface IndexPoint {
  readonly day: Instant;
  readonly knownAt: Instant;
  /** Null where there were too few constituents. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly confidence: string;
  readonly receipt: string;
}

export interface IndexPage {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly unit: 'USD/GPU-hr';
  /** The newest answer of each day, oldest first. */
  readonly points: readonly IndexPoint[];
  readonly constituents: readonly Constituent[];
  readonly excluded: readonly Excluded[];
  /** The floor that a rule holds this index against, where there is one. */
  readonly floor?: Valued;
  readonly transitions: readonly { readonly asOf: Instant; readonly to: string }[];
}

export interface Constituent {
  readonly owner: string;
  readonly provider: string;
  readonly source: string;
  readonly price: number;
  readonly weight: number;
  readonly observedAt: Instant;
  readonly seenAt: Instant;
}

export interface Excluded {
  readonly provider: string;
  readonly price: number;
  readonly reason: string;
}

/** The output of one run as it was stored, with its date and receipt. */
export interface Valued {
  readonly subject: string;
  readonly asOf: Instant;
  readonly receipt: string;
  readonly output: object;
}
