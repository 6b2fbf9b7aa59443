/** Readings: what a parser made of a capture, written with everything it said in one transaction. */
import type { Headline, Instant, Quote, Skip } from '@bandgap/core';
import type { Query, Tx } from '../open-db.ts';
import type { ReadingVerdict } from '../tables.ts';
import type { StoredCapture } from './capture.ts';
import { insertHeadlines } from './headline.ts';
import { type ChangedSeries, insertObservations } from './observation.ts';

export interface Reading {
  readonly capture: StoredCapture;
  readonly parserVersion: number;
  readonly verdict: ReadingVerdict;
  /** Why the document was not believed; empty when it was. */
  readonly reasons: readonly string[];
  readonly quotes: readonly Quote[];
  readonly headlines: readonly Headline[];
  readonly skips: readonly Skip[];
}

/** Writes a reading and returns the series whose value it changed. Writing it again changes nothing. */
export async function storeReading(tx: Tx, reading: Reading): Promise<readonly ChangedSeries[]> {
  const { capture, parserVersion, verdict, reasons, quotes, headlines, skips } = reading;
  const { changed, seen } = await insertObservations(tx, { capture, parserVersion, quotes });
  await tx.query
    .insertInto('reading')
    .values({
      capture_id: capture.id,
      parser_version: parserVersion,
      verdict,
      reasons,
      quotes: quotes.length,
      headlines: headlines.length,
      skips: JSON.stringify(countBy(skips, (skip) => skip.code)),
      seen,
      repeats: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await insertSkips(tx.query, reading);
  await insertHeadlines(tx.query, { capture, headlines });
  return changed;
}

/** A capture that brought the bytes of the one before it: what was made of that one holds for it too. */
export async function storeRepeatedReading(tx: Tx, capture: StoredCapture, previousId: number): Promise<void> {
  await tx.query
    .insertInto('reading')
    .columns(['capture_id', 'parser_version', 'verdict', 'reasons', 'quotes', 'headlines', 'skips', 'repeats'])
    .expression((eb) =>
      eb
        .selectFrom('reading')
        .where('capture_id', '=', previousId)
        .select(({ val, fn }) => [
          val(capture.id).as('capture_id'),
          'parser_version',
          'verdict',
          'reasons',
          'quotes',
          'headlines',
          'skips',
          fn.coalesce('repeats', 'capture_id').as('repeats'),
        ])
        .orderBy('parser_version', 'desc')
        .limit(1),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertSkips(query: Query, { capture, parserVersion, skips }: Reading): Promise<void> {
  const concerning = skips.filter((skip) => skip.code !== 'out_of_scope');
  const rows = countBy(concerning, ({ code, text }) => JSON.stringify([code, text]));
  const values = concerning.flatMap(({ code, text }) => {
    const key = JSON.stringify([code, text]);
    const count = rows[key];
    if (count === undefined) return [];
    delete rows[key];
    return [{ capture_id: capture.id, parser_version: parserVersion, code, text, rows: count }];
  });
  if (values.length === 0) return;
  await query
    .insertInto('skip')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

export interface AcceptedReading {
  readonly captureId: number;
  readonly fetchedAt: Instant;
  readonly quotes: number;
}

/** The newest accepted reading of a url before an instant: the yardstick for the next one. */
export const lastAccepted = (
  query: Query,
  { sourceId, url, before }: { readonly sourceId: string; readonly url: string; readonly before: Instant },
): Promise<AcceptedReading | undefined> =>
  query
    .selectFrom('reading')
    .innerJoin('capture', 'capture.id', 'reading.capture_id')
    .select(['capture.id as captureId', 'fetched_at as fetchedAt', 'reading.quotes'])
    .where('source_id', '=', sourceId)
    .where('url', '=', url)
    .where('fetched_at', '<', before)
    .where('verdict', '=', 'accepted')
    .orderBy('fetched_at', 'desc')
    .limit(1)
    .executeTakeFirst();
