/** Observations: written when a value changes, read as of a date and as known at a date. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { canonicalJson, type Instant, type Metric, type Quote, type Terms } from '@bandgap/core';
import { sql } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from '../open-db.ts';
import type { StoredCapture } from './capture.ts';

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
}

/**
 * Stages the quotes by COPY and inserts those whose value differs from what was believed before them.
 * A quote that states its own time is compared with that time only; any other holds until the next change.
 * `seen` lists every series quoted, changed or not.
 */
export async function insertObservations(tx: Tx, { capture, parserVersion, quotes }: Quoted) {
  if (quotes.length === 0) return { changed: [], seen: [] };
  await stage(tx, { capture, quotes });
  await sql`
    insert into series (source_id, subject, metric, venue, terms, unit)
    select distinct source_id, subject, metric, venue, terms, unit from stage
    where not exists (select from series where ${sameSeries})
    order by 1, 2, 3, 4, 5, 6
    on conflict do nothing`.execute(tx.query);
  const recordedAt = capture.fetchedAt;
  const { rows: changed } = await sql<ChangedSeries>`
    with changed as (
      insert into observation (series_id, observed_at, recorded_at, parser_version, value, capture_id, at)
      select series.id, stage.observed_at, ${recordedAt}, ${parserVersion}, stage.value, ${capture.id}, stage.at
      from stage
      join series on ${sameSeries}
      left join lateral (
        select value from observation
        where series_id = series.id
          and (observed_at, recorded_at, parser_version) < (stage.observed_at, ${recordedAt}::timestamptz, ${parserVersion}::smallint)
          and (not stage.stated or observed_at = stage.observed_at)
        order by observed_at desc, recorded_at desc, parser_version desc
        limit 1
      ) prior on true
      where prior.value is distinct from stage.value
      order by series.id, stage.observed_at
      on conflict do nothing
      returning series_id, observed_at
    )
    select series_id as "seriesId", subject, metric, terms, observed_at as "observedAt"
    from changed join series on series.id = series_id
    order by subject, metric, observed_at, series_id`.execute(tx.query);
  const { rows: quoted } = await sql<{ id: number }>`
    select distinct series.id from stage join series on ${sameSeries} order by series.id`.execute(tx.query);
  await sql`drop table stage`.execute(tx.query);
  return { changed, seen: quoted.map((row) => row.id) };
}

const sameSeries = sql`
  (series.source_id, series.subject, series.metric, series.venue, series.terms, series.unit)
  = (stage.source_id, stage.subject, stage.metric, stage.venue, stage.terms, stage.unit)`;

async function stage(tx: Tx, { capture, quotes }: Omit<Quoted, 'parserVersion'>): Promise<void> {
  await sql`
    create temporary table stage (
      source_id text, subject text, metric text, venue text, terms jsonb, unit text,
      observed_at timestamptz, stated boolean, value numeric, at text
    ) on commit drop`.execute(tx.query);
  const lines = quotes.map(({ series, observedAt, value, at }) =>
    [
      capture.sourceId,
      series.subject,
      series.metric,
      series.venue,
      canonicalJson(series.terms),
      series.unit,
      observedAt ?? capture.fetchedAt,
      String(observedAt !== undefined),
      String(value),
      at,
    ]
      .map(copyText)
      .join('\t'),
  );
  await pipeline(Readable.from([`${lines.join('\n')}\n`]), tx.client.query(copyFrom('copy stage from stdin')));
  await sql`analyze stage`.execute(tx.query);
}

const copyEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '' };

/** A value in the text format of COPY; NUL, which PostgreSQL cannot store, is left out. */
const copyText = (text: string) => text.replace(/[\\\t\n\r\0]/g, (character) => copyEscapes[character] ?? '');
