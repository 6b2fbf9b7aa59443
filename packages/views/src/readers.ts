/** What the pages need to know. The database answers in service, a few lines of figures in tests. */
import type { IndexDefinition } from '@bandgap/catalog';
import type { AlertMark, IndexPoint, MemoryChart, PriceLevel, TokenPriceChart } from '@bandgap/charts';
import type { Day, Instant } from '@bandgap/core';
import type { Confidence, Exclusion, Listing } from '@bandgap/models';
import type { Figure, Receipt } from '@bandgap/receipts';
import type { OneChartFigures } from './one-chart-figures.ts';

export interface Readers {
  today(): Promise<Today>;
  indices(): Promise<readonly IndexSummary[]>;
  /** Undefined for an id that no index has. */
  index(id: string): Promise<IndexHistory | undefined>;
  /** Undefined until the floor was computed. */
  oneChart(): Promise<OneChartFigures | undefined>;
  /** List prices of a language model. Undefined where none were read. */
  tokenPrices(model: string): Promise<PriceSeries<TokenPriceChart> | undefined>;
  memoryPrices(part: string): Promise<PriceSeries<MemoryChart> | undefined>;
  /** Throws a UsageError where no or several receipts start so. */
  receipt(prefix: string): Promise<Receipt>;
  sources(): Promise<readonly SourceState[]>;
  /** Throws while the data cannot be read. */
  ready(): Promise<void>;
}

export interface Today {
  /** When the newest document was fetched; null before the first. */
  readonly dataTime: Instant | null;
  readonly figures: readonly Figure[];
  readonly changes: readonly Change[];
  readonly firing: readonly FiringAlert[];
  readonly sources: readonly SourceState[];
}

/** A figure that was not the same on the day before. */
export interface Change {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly from: DatedFigure;
  readonly to: DatedFigure;
  readonly publishable: boolean;
}

export interface DatedFigure {
  readonly value: number;
  readonly asOf: Instant;
  readonly receipt: string;
}

export interface FiringAlert {
  readonly rule: string;
  readonly index: string;
  readonly since: Instant;
  /** The fixing that fired it and the floor it was under, both in USD per GPU-hour. */
  readonly value: number;
  readonly floor: number;
  /** Under the floor whichever single source is left out. */
  readonly strong: boolean;
  readonly receipt: string;
}

export interface SourceState {
  readonly id: string;
  readonly name: string;
  readonly home: string;
  readonly state:
    | 'fetched'
    | 'unchanged'
    | 'unreachable'
    | 'quarantined'
    | 'unreadable'
    | 'missed'
    | 'waiting'
    | 'disabled';
  /** Longer without an accepted document than the source allows. */
  readonly stale: boolean;
  readonly lastFetchedAt: Instant | null;
  readonly lastChangedAt: Instant | null;
  readonly lastAcceptedAt: Instant | null;
  readonly quotes: number | null;
  readonly headlines: number | null;
  readonly skips: Readonly<Record<string, number>>;
  readonly message: string | null;
  readonly licence: string;
  readonly publishable: boolean;
}

export interface IndexSummary {
  readonly definition: IndexDefinition;
  readonly points: readonly DatedIndexPoint[];
}

export interface DatedIndexPoint extends Omit<IndexPoint, 'confidence'> {
  readonly confidence: Confidence;
  /** Owners counted. */
  readonly n: number;
  /** False for an indication before the fixing of the day. */
  readonly fixed: boolean;
  readonly receipt: string;
}

export interface IndexHistory extends IndexSummary {
  readonly floor?: PriceLevel & { readonly asOf: Day; readonly receipt: string };
  readonly alerts: readonly AlertMark[];
  readonly latest?: Fixing;
  readonly publishable: boolean;
}

/** The newest day of an index, with what it was made of. */
export interface Fixing {
  readonly day: Day;
  readonly knownAt: Instant;
  readonly receipt: string;
  readonly reason?: string;
  /** `input` is the position among the inputs of the receipt. */
  readonly constituents: readonly (Listing & { readonly input: number })[];
  readonly excluded: readonly (Exclusion & { readonly input: number })[];
}

export interface PriceSeries<Chart> {
  readonly chart: Chart;
  readonly publishable: boolean;
}
