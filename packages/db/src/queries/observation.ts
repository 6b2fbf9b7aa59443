/** Observations: written when a value changes, read as of a date and as known at a date. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Instant, Metric, Quote, Terms } from '@bandgap/core';
import { sql } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from '../open-db.ts';
import type { StoredCapture } from './capture.ts';
import { seriesOf } from './series.ts';

/** A series that a reading gave a new value, and from when on. */
export interface ChangedSeries {
  readonly seriesId: number;
  readonly subject: string;
  readonly metric: Metric;
  readonly terms: Terms;
  readonly observedAt: Instant;
}

interface Quoted {
  readonly capture: StoredCapture;
  readonly parserVersion: number;
  readonly quotes: readonly Quote[];
  /** When we came to believe them: at the fetch, unless somebody had to decide. */
  readonly recordedAt?: Instant;
}

/**
 * Stages the quotes by COPY and inserts those whose value differs from what was believed before them.
 * A quote that states its own time is compared with that time only; any other holds until the next change. What is stored
 * already is found rather than run into, for a row that may run into its key costs half as much again; the key stays the guard.
 * `seen` lists every series quoted, changed or not.
 */
export async function insertObservations(tx: Tx, { capture, parserVersion, quotes, ...given }: Quoted) {
  if (quotes.length === 0) return { changed: [], seen: [] };
  const ids = await seriesOf(tx, { sourceId: capture.sourceId, quotes });
  await stage(tx, quotes, ids);
  const recordedAt = sql`${given.recordedAt ?? capture.fetchedAt}::timestamptz`;
  const observedAt = sql`coalesce(stated_at, ${capture.fetchedAt}::timestamptz)`;
  const own = sql`(${observedAt}, ${recordedAt}, ${parserVersion}::smallint)`;
  const { rows } = await sql<{ id: number; observedAt: Instant }>`
    insert into observation (series_id, observed_at, recorded_at, parser_version, value, capture_id, at)
    select series_id, ${observedAt}, ${recordedAt}, ${parserVersion}, stage.value, ${capture.id}, stage.at
    from stage
    left join lateral (
      select value, (observed_at, recorded_at, parser_version) = ${own} as is_own from observation
      where series_id = stage.series_id
        and observed_at >= coalesce(stated_at, '-infinity')
        and (observed_at, recorded_at, parser_version) <= ${own}
      order by observed_at desc, recorded_at desc, parser_version desc
      limit 1
    ) prior on true
    where prior.value is distinct from stage.value and prior.is_own is not true
    returning series_id as id, observed_at as "observedAt"`.execute(tx.query);
  const quoteOf = new Map(ids.map((id, index) => [id, quotes[index]]));
  const changed = rows.flatMap(({ id, observedAt }): readonly ChangedSeries[] => {
    const quote = quoteOf.get(id);
    if (quote === undefined) return [];
    const { subject, metric, terms } = quote.series;
    return [{ seriesId: id, subject, metric, terms, observedAt }];
  });
  return { changed, seen: [...quoteOf.keys()].sort((a, b) => a - b) };
}

/** One table for as long as the connection lives, so that a document does not cost an entry in the catalog of the database. */
async function stage(tx: Tx, quotes: readonly Quote[], ids: readonly number[]): Promise<void> {
  await sql`
    create temporary table if not exists stage (
      series_id integer, stated_at timestamptz, value numeric, at text
    ) on commit delete rows`.execute(tx.query);
  await sql`delete from stage`.execute(tx.query);
  await pipeline(Readable.from(copyLines(quotes, ids)), tx.client.query(copyFrom('copy stage from stdin')));
}

/** Written in pieces, so that a long document does not stand in memory twice. */
const quotesPerPiece = 2_000;

function* copyLines(quotes: readonly Quote[], ids: readonly number[]): Generator<string> {
  const sorted = quotes.map((quote, index) => ({ quote, id: ids[index] ?? 0 })).sort(byKey);
  const inOrder = sorted.filter((staged, index) => {
    const before = sorted[index - 1];
    return before === undefined || byKey(before, staged) !== 0;
  });
  for (let from = 0; from < inOrder.length; from += quotesPerPiece) {
    yield inOrder
      .slice(from, from + quotesPerPiece)
      .map(({ quote: { observedAt = '\\N', value, at }, id }) => `${id}\t${observedAt}\t${value}\t${copyText(at)}\n`)
      .join('');
  }
}

interface Staged {
  readonly quote: Quote;
  readonly id: number;
}

/** The order of the key. A price that a document says twice is taken the first time. */
const byKey = (a: Staged, b: Staged): number =>
  a.id - b.id || compare(a.quote.observedAt ?? '', b.quote.observedAt ?? '');

const compare = (a: Instant, b: Instant) => (a < b ? -1 : a > b ? 1 : 0);

const copyEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '' };

/** A value in the text format of COPY; NUL, which PostgreSQL cannot store, is left out. */
const copyText = (text: string) => text.replace(/[\\\t\n\r\0]/g, (character) => copyEscapes[character] ?? '');
