/** Headlines that state a change of memory prices, each with what it states. */
import type { Instant } from '@bandgap/core';
import { type Query, type StoredSignal, signals } from '@bandgap/db';
import { mayPublish, sourceById } from '@bandgap/sources';
import { rangeText } from './memory-events-reader.ts';

export interface SignalHeadline {
  readonly title: string;
  readonly url: string;
  readonly publishedAt: Instant;
  readonly source: string;
  readonly sourceName: string;
  readonly publishable: boolean;
  readonly statements: readonly SignalStatement[];
}

export interface SignalStatement {
  readonly product: string;
  readonly metric: string;
  readonly period: string;
  readonly low: number | null;
  readonly high: number | null;
  /** `+55 to +60 %`. */
  readonly range: string;
  readonly status: StoredSignal['status'];
  readonly prior: { readonly low: number | null; readonly high: number | null } | null;
  /** The words it was read from, as characters of the title, up to and without the end. */
  readonly span: { readonly start: number; readonly end: number };
  readonly ruleId: string;
  readonly grammarVersion: number;
}

export interface SignalHeadlineSearch {
  readonly since?: Instant;
  readonly products?: readonly string[];
  /** Statements, not headlines. */
  readonly limit?: number;
}

/** Newest headline first. */
export async function readSignalHeadlines(
  query: Query,
  { limit = 200, ...search }: SignalHeadlineSearch = {},
): Promise<readonly SignalHeadline[]> {
  const byHeadline = new Map<string, StoredSignal[]>();
  for (const signal of await signals(query, { ...search, limit })) {
    const key = `${signal.sourceId} ${signal.url} ${signal.title}`;
    byHeadline.set(key, [...(byHeadline.get(key) ?? []), signal]);
  }
  return [...byHeadline.values()].flatMap((said) => headlineOf(said) ?? []);
}

function headlineOf(said: readonly StoredSignal[]): SignalHeadline | undefined {
  const [first] = said;
  if (first === undefined) return undefined;
  const { title, url, publishedAt, sourceId } = first;
  const source = sourceById(sourceId);
  return {
    title,
    url,
    publishedAt,
    source: sourceId,
    sourceName: source?.name ?? sourceId,
    publishable: mayPublish(sourceId),
    statements: said.map(statementOf),
  };
}

const statementOf = (signal: StoredSignal): SignalStatement => {
  const { product, metric, period, low, high, status, ruleId, grammarVersion } = signal;
  const { priorLow, priorHigh, spanStart, spanEnd } = signal;
  return {
    product,
    metric,
    period,
    low,
    high,
    range: rangeText(signal),
    status,
    prior: priorLow === null && priorHigh === null ? null : { low: priorLow, high: priorHigh },
    span: { start: spanStart, end: spanEnd },
    ruleId,
    grammarVersion,
  };
};
