/** What was not believed, why, and what people decided about it. */
import { type Day, dayOf, type Instant, type SeriesKey } from '@bandgap/core';
import {
  type Decision,
  heldRows,
  type Query,
  quarantinedDocuments,
  type RefusedRows,
  refusedRows,
  type SkippedRows,
  type SourceRejection,
  skippedRows,
  sourceRejections,
} from '@bandgap/db';
import { mayPublish, sourceById } from '@bandgap/sources';

export interface Quarantine {
  /** The newest first. */
  readonly documents: readonly DoubtedDocument[];
  readonly prices: readonly HeldOffer[];
  /** Rows of the newest believed documents that cannot be prices: refused one by one. */
  readonly rows: readonly RefusedRows[];
  readonly rejectedSources: readonly SourceRejection[];
  /** Documents and prices that wait for a decision or a confirmation. */
  readonly waiting: number;
}

/** A person's last word, or none yet. */
export type DecisionState = 'waiting' | Decision['decision'];

export interface DoubtedDocument {
  readonly id: number;
  readonly source: string;
  readonly sourceName: string;
  readonly url: string;
  readonly fetchedAt: Instant;
  readonly lastFetchedAt: Instant;
  /** How often the same bytes came. */
  readonly fetches: number;
  readonly verdict: 'quarantined' | 'unreadable';
  readonly reasons: readonly string[];
  readonly skips: Readonly<Record<string, number>>;
  readonly state: DecisionState;
  readonly decisions: readonly Decision[];
}

export interface HeldOffer {
  readonly id: number;
  readonly sourceName: string;
  readonly series: SeriesKey;
  readonly rule: 'jump' | 'unit-change';
  readonly value: number;
  readonly believed: number | null;
  readonly since: Day;
  readonly lastQuotedAt: Instant;
  /** Where not, the prices are for the operator alone. */
  readonly publishable: boolean;
  readonly state: DecisionState;
  readonly decisions: readonly Decision[];
}

export async function readQuarantine(query: Query): Promise<Quarantine> {
  const [found, held, rows, rejectedSources] = await Promise.all([
    quarantinedDocuments(query),
    heldRows(query),
    refusedRows(query),
    sourceRejections(query),
  ]);
  const documents = found.map(({ sourceId, parserVersion: _, ...document }) => ({
    ...document,
    source: sourceId,
    sourceName: nameOf(sourceId),
    state: stateOf(document.decisions),
  }));
  const prices = held.map(({ since, ...row }) => ({
    ...row,
    since: dayOf(since),
    sourceName: nameOf(row.series.source),
    publishable: mayPublish(row.series.source),
    state: stateOf(row.decisions),
  }));
  const waiting = [...documents, ...prices].filter(({ state }) => state === 'waiting').length;
  return { documents, prices, rows, rejectedSources, waiting };
}

export interface DoubtedDetail {
  readonly document?: DoubtedDocument;
  readonly prices: readonly HeldOffer[];
  /** Rows that were not used, the most frequent first. */
  readonly skipped: readonly SkippedRows[];
}

const mostSkipped = 20;

/** One document with all that is held against it; undefined where nothing is. */
export async function readQuarantined(query: Query, id: number): Promise<DoubtedDetail | undefined> {
  const { documents, prices } = await readQuarantine(query);
  const document = documents.find((each) => each.id === id);
  const own = prices.filter((each) => each.id === id);
  const skipped = await skippedRows(query, id, mostSkipped);
  if (document === undefined && own.length + skipped.length === 0) return undefined;
  return { prices: own, skipped, ...(document === undefined ? {} : { document }) };
}

const stateOf = (decisions: readonly Decision[]): DecisionState => decisions.at(-1)?.decision ?? 'waiting';
const nameOf = (sourceId: string): string => sourceById(sourceId)?.name ?? sourceId;
