/** What the pages need to know. The database answers in service, a few lines of figures in tests. */
import type { IndexDefinition } from '@bandgap/catalog';
import type { AlertMark, IndexPoint, MemoryChart, PriceLevel, TokenPriceChart } from '@bandgap/charts';
import type { Artifact, Day, Instant } from '@bandgap/core';
import type { Confidence, Constituent, Exclusion } from '@bandgap/models';
import type { Figure, Reach, Receipt, Verification } from '@bandgap/receipts';
import type { Source } from '@bandgap/sources';
import type { AlertHistory } from './alert-history-reader.ts';
import type { Alerts } from './alerts-reader.ts';
import type { CatalogueEntry } from './catalogue-reader.ts';
import type { EventsAsked, EventView } from './events-reader.ts';
import type { MemoryReaders } from './memory-readers.ts';
import type { Quarantine } from './quarantine-reader.ts';
import type { Scenario } from './scenario.ts';
import type { ReceiptedScenario } from './scenario-reader.ts';
import type { SourceDetail } from './source-detail-reader.ts';
import type { TermStructure } from './term-structure-reader.ts';
import type { TokenModel, TokenModelDetail } from './token-views.ts';

export interface Readers extends MemoryReaders {
  today(): Promise<Today>;
  indices(): Promise<readonly IndexSummary[]>;
  /** As known at an instant, or now. Undefined for an id that no index has. */
  index(id: string, knownAt?: Instant): Promise<IndexHistory | undefined>;
  oneChart(scenario: Scenario): Promise<ReceiptedScenario>;
  /** What is worth telling of prices, newest first. */
  events(search: EventsAsked): Promise<readonly EventView[]>;
  /** Every model whose list price is voted on. */
  tokens(): Promise<readonly TokenModel[]>;
  /** All that is known of one model. Undefined where nobody quotes it. */
  tokenModel(model: string): Promise<TokenModelDetail | undefined>;
  /** Confirmed list prices of a language model. Undefined where none were. */
  tokenPrices(model: string): Promise<PriceSeries<TokenPriceChart> | undefined>;
  memoryPrices(part: string): Promise<PriceSeries<MemoryChart> | undefined>;
  /** Undefined for what is no GPU of the catalog. */
  termStructure(gpu: string): Promise<TermStructure | undefined>;
  alerts(): Promise<Alerts>;
  /** Undefined for a rule that is not in force. */
  alertHistory(rule: string): Promise<AlertHistory | undefined>;
  quarantine(): Promise<Quarantine>;
  /** How many series each source has of each commodity. */
  catalogue(): Promise<readonly CatalogueEntry[]>;
  /** Throws a UsageError where no or several receipts start so. */
  receipt(prefix: string): Promise<Receipt>;
  /** Reads the stored bytes again and computes the same. Throws a UsageError as `receipt` does. */
  verify(prefix: string, reach: Reach): Promise<Verification>;
  sources(): Promise<readonly SourceState[]>;
  /** Undefined for an id that no source has. */
  source(id: string): Promise<SourceDetail | undefined>;
  /** The bytes of a capture of a source; undefined where there are none, or its licence bars showing them. */
  captureBytes(sourceId: string, captureId: number): Promise<Artifact | undefined>;
  /** When the newest document was fetched; null before the first. */
  dataTime(): Promise<Instant | null>;
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
  readonly title: string;
  readonly since: Instant;
  /** The figure that fired it and what it was held against, in `unit`; null is a share. */
  readonly value: number | null;
  readonly reference: number | null;
  readonly unit: string | null;
  /** Whichever single source is left out. */
  readonly strong: boolean;
  /** Of the figure; absent where that is of no run. */
  readonly receipt?: string;
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
  readonly terms: Source['licence']['terms'];
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
  /** Inputs of the receipt of `latest` that were read from dated versions, by position. */
  readonly filledIn: ReadonlySet<number>;
  readonly publishable: boolean;
}

/** The newest day of an index, with what it was made of. */
export interface Fixing {
  readonly day: Day;
  readonly knownAt: Instant;
  readonly receipt: string;
  readonly reason?: string;
  /** `input` is the position among the inputs of the receipt. */
  readonly constituents: readonly (Constituent & { readonly input: number })[];
  readonly excluded: readonly (Exclusion & { readonly input: number })[];
}

export interface PriceSeries<Chart> {
  readonly chart: Chart;
  readonly publishable: boolean;
}
