/** Prices that were held back, with the documents that quoted them. */
import { canonicalJson, type Instant, type Quote, type SeriesKey } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { StoredCapture } from './capture.ts';
import { seriesKey } from './series-key.ts';

export interface HeldQuote {
  readonly quote: Quote;
  readonly rule: 'jump' | 'unit-change';
}

interface HeldOfReading {
  readonly capture: StoredCapture;
  readonly parserVersion: number;
  readonly held: readonly HeldQuote[];
}

/** Their series exist: a price is held because it is far from the one believed before. */
export async function insertHeld(query: Query, { capture, parserVersion, held }: HeldOfReading): Promise<void> {
  for (const { quote, rule } of held) {
    const { subject, metric, venue, terms, unit } = quote.series;
    await sql`
      insert into held (series_id, capture_id, parser_version, rule, value)
      select id, ${capture.id}, ${parserVersion}, ${rule}, ${quote.value} from series
      where (source_id, subject, metric, venue, terms, unit)
        = (${capture.sourceId}, ${subject}, ${metric}, ${venue}, ${canonicalJson(terms)}::jsonb, ${unit})
      on conflict do nothing`.execute(query);
  }
}

/** What one document held back. */
export interface HeldInDocument {
  readonly fetchedAt: Instant;
  readonly prices: readonly { readonly series: SeriesKey; readonly value: number }[];
}

/** No price waits for longer than this many documents. */
const documentsBack = 100;

/** What the accepted documents of a url before an instant held back, the newest first. */
export async function heldBefore(
  query: Query,
  { sourceId, url, before }: { readonly sourceId: string; readonly url: string; readonly before: Instant },
): Promise<readonly HeldInDocument[]> {
  const { rows } = await sql<HeldInDocument>`
    select fetched_at as "fetchedAt", coalesce(prices, '[]') as prices
    from (
      select capture.id, fetched_at, max(parser_version) as parser_version
      from capture join reading on reading.capture_id = capture.id
      where source_id = ${sourceId} and url = ${url} and fetched_at < ${before} and verdict = 'accepted'
      group by capture.id
      order by fetched_at desc
      limit ${documentsBack}
    ) document
    left join lateral (
      select jsonb_agg(jsonb_build_object('value', held.value, 'series', ${seriesKey})) as prices
      from held join series on series.id = held.series_id
      where held.capture_id = document.id and held.parser_version = document.parser_version
    ) held on true
    order by fetched_at desc`.execute(query);
  return rows;
}

/** Whether a capture left a price that the next one may confirm, were it the same to the byte. */
export async function waitsForRepetition(query: Query, captureId: number): Promise<boolean> {
  const waiting = await query
    .selectFrom('held')
    .select('capture_id')
    .where('capture_id', '=', captureId)
    .where('rule', '=', 'jump')
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}
