/** Signals: which headlines are still to be read for them, what was found, and what the newest grammar says of each headline. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

/** A headline by its key, with the text to be read. */
export interface UnreadHeadline {
  readonly sourceId: string;
  readonly key: string;
  readonly title: string;
  /** Where the feed gives no date, when the headline was first seen. */
  readonly publishedAt: Instant;
}

/** The oldest headlines that no grammar of this version or a later one has read. */
export const headlinesWithoutSignals = (
  query: Query,
  { grammarVersion, limit }: { readonly grammarVersion: number; readonly limit: number },
): Promise<readonly UnreadHeadline[]> =>
  query
    .selectFrom('headline')
    .select(({ fn }) => [
      'source_id as sourceId',
      'key',
      'title',
      fn.coalesce('published_at', 'recorded_at').as('publishedAt'),
    ])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('signal_reading as read')
            .select(sql.lit(1).as('one'))
            .whereRef('read.source_id', '=', 'headline.source_id')
            .whereRef('read.key', '=', 'headline.key')
            .where('read.grammar_version', '>=', grammarVersion),
        ),
      ),
    )
    .orderBy('recorded_at')
    .orderBy('source_id')
    .orderBy('key')
    .limit(limit)
    .execute();

interface PercentRange {
  readonly low: number | null;
  readonly high: number | null;
}

/** One statement of a headline, in percent. */
export interface StatedChange extends PercentRange {
  readonly product: string;
  readonly metric: string;
  readonly period: string;
  readonly ruleId: string;
  readonly bound: string;
  readonly status: 'forecast' | 'actual' | 'revised';
  readonly prior: PercentRange | null;
  readonly span: { readonly start: number; readonly end: number };
}

export interface SignalReading extends Pick<UnreadHeadline, 'sourceId' | 'key'> {
  readonly grammarVersion: number;
  readonly signals: readonly StatedChange[];
}

/** Notes that headlines were read, and what was found in them. Writing it again changes nothing. */
export async function storeSignals(query: Query, readings: readonly SignalReading[]): Promise<void> {
  if (readings.length === 0) return;
  const keyOf = ({ sourceId, key, grammarVersion }: SignalReading) => ({
    source_id: sourceId,
    key,
    grammar_version: grammarVersion,
  });
  await query
    .insertInto('signal_reading')
    .values(readings.map(keyOf))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stated = readings.flatMap((reading) =>
    reading.signals.map((signal) => ({ ...keyOf(reading), ...row(signal) })),
  );
  if (stated.length === 0) return;
  await query
    .insertInto('signal')
    .values(stated)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const row = ({ product, metric, period, ruleId, low, high, bound, status, prior, span }: StatedChange) => ({
  product,
  metric,
  period,
  rule_id: ruleId,
  low,
  high,
  bound,
  status,
  prior_low: prior?.low ?? null,
  prior_high: prior?.high ?? null,
  span_start: span.start,
  span_end: span.end,
});

/** A statement with the headline it stands in. */
export interface StoredSignal extends Omit<StatedChange, 'prior' | 'span'> {
  readonly sourceId: string;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: Instant;
  readonly grammarVersion: number;
  readonly priorLow: number | null;
  readonly priorHigh: number | null;
  readonly spanStart: number;
  readonly spanEnd: number;
}

export interface SignalSearch {
  /** Published at this instant or later. */
  readonly since?: Instant;
  readonly products?: readonly string[];
  readonly limit: number;
}

/** What the newest grammar that has read a headline found in it, newest headline first. */
export const signals = (query: Query, { since, products, limit }: SignalSearch): Promise<readonly StoredSignal[]> =>
  query
    .selectFrom('signal')
    .innerJoin('headline', (join) =>
      join.onRef('headline.source_id', '=', 'signal.source_id').onRef('headline.key', '=', 'signal.key'),
    )
    .select(({ fn }) => [
      'signal.source_id as sourceId',
      'title',
      'url',
      fn.coalesce('published_at', 'recorded_at').as('publishedAt'),
      'product',
      'metric',
      'period',
      'rule_id as ruleId',
      'low',
      'high',
      'bound',
      'status',
      'grammar_version as grammarVersion',
      'prior_low as priorLow',
      'prior_high as priorHigh',
      'span_start as spanStart',
      'span_end as spanEnd',
    ])
    .where(({ eb, selectFrom }) =>
      eb(
        'grammar_version',
        '=',
        selectFrom('signal_reading as read')
          .select(({ fn }) => fn.max('read.grammar_version').as('newest'))
          .whereRef('read.source_id', '=', 'signal.source_id')
          .whereRef('read.key', '=', 'signal.key'),
      ),
    )
    .$if(since !== undefined, (search) => search.where(sql<boolean>`coalesce(published_at, recorded_at) >= ${since}`))
    .$if(products !== undefined, (search) => search.where(sql<boolean>`product = any(${products})`))
    .orderBy(sql`coalesce(published_at, recorded_at)`, 'desc')
    .orderBy('signal.source_id')
    .orderBy('signal.key')
    .orderBy('product')
    .orderBy('period')
    .orderBy('rule_id')
    .limit(limit)
    .execute();
