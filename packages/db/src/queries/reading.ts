/** Readings: what a parser made of a capture, written with everything it said in one transaction. */
import type { Headline, Instant, Quote, Skip } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query, Tx } from '../open-db.ts';
import type { ReadingVerdict } from '../tables.ts';
import { markRead, type StoredCapture } from './capture.ts';
import { insertHeadlines } from './headline.ts';
import { type HeldQuote, insertHeld } from './held.ts';
import { isNewest } from './newest-reading.ts';
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
  readonly held: readonly HeldQuote[];
}

/** Writes a reading and returns the series whose value it changed. Writing it again changes nothing. */
export async function storeReading(tx: Tx, reading: Reading): Promise<readonly ChangedSeries[]> {
  const { capture, parserVersion, verdict, reasons, quotes, headlines, skips, held } = reading;
  const { changed, seen } = await insertObservations(tx, { capture, parserVersion, quotes });
  const listedBy = await readingThatSaw(tx.query, { capture, parserVersion, seen });
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
      seen: listedBy === undefined ? seen : null,
      seen_in: listedBy ?? null,
      repeats: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await insertSkips(tx.query, reading);
  await insertHeadlines(tx.query, { capture, headlines });
  await insertHeld(tx.query, { capture, parserVersion, held });
  await markRead(tx.query, capture.id);
  return changed;
}

interface Saw {
  readonly capture: StoredCapture;
  readonly parserVersion: number;
  readonly seen: readonly number[];
}

/** The capture whose reading lists these series, where the one before this saw the same: a list that seldom changes is kept once. */
async function readingThatSaw(query: Query, { capture, parserVersion, seen }: Saw): Promise<number | undefined> {
  const { rows } = await sql<{ listedBy: number }>`
    select listing.capture_id as "listedBy"
    from (
      select coalesce(reading.seen_in, reading.capture_id) as capture_id
      from capture join reading on reading.capture_id = capture.id
      where source_id = ${capture.sourceId} and url = ${capture.url} and fetched_at < ${capture.fetchedAt}
        and parser_version = ${parserVersion}
      order by fetched_at desc
      limit 1
    ) previous
    join reading listing on listing.capture_id = previous.capture_id and listing.parser_version = ${parserVersion}
    where listing.seen = ${seen}::int[]`.execute(query);
  return rows[0]?.listedBy;
}

/** A capture that brought the bytes of the one before it: what was made of that one holds for it too. */
export async function storeRepeatedReading(tx: Tx, capture: StoredCapture, previousId: number): Promise<void> {
  await tx.query
    .insertInto('reading')
    .columns([
      'capture_id',
      'parser_version',
      'verdict',
      'reasons',
      'quotes',
      'headlines',
      'skips',
      'repeats',
      'seen_in',
    ])
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
          fn.coalesce('seen_in', 'capture_id').as('seen_in'),
        ])
        .orderBy('parser_version', 'desc')
        .limit(1),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await markRead(tx.query, capture.id);
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

/** The newest reading of a url that was believed before an instant: the yardstick for the next one. */
export async function lastAccepted(
  query: Query,
  { sourceId, url, before }: { readonly sourceId: string; readonly url: string; readonly before: Instant },
): Promise<AcceptedReading | undefined> {
  const { rows } = await sql<AcceptedReading>`
    select capture.id as "captureId", fetched_at as "fetchedAt", coalesce(cardinality(release.seen), quotes) as quotes
    from capture
    join reading on reading.capture_id = capture.id
    left join quarantine_decision release
      on release.capture_id = coalesce(reading.repeats, capture.id) and decided_at <= ${before} and decision = 'released'
    where source_id = ${sourceId} and url = ${url} and fetched_at < ${before} and ${isNewest}
      and (verdict = 'accepted' or release.capture_id is not null)
    order by fetched_at desc
    limit 1`.execute(query);
  return rows[0];
}
