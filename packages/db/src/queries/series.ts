/** Series: found by what they measure, or added. */
import { canonicalJson, type Quote } from '@bandgap/core';
import { sql } from 'kysely';
import type { Tx } from '../open-db.ts';

interface Quoted {
  readonly sourceId: string;
  readonly quotes: readonly Quote[];
}

/** The number of the series of each quote. */
export async function seriesOf(tx: Tx, { sourceId, quotes }: Quoted): Promise<readonly number[]> {
  const keys = quotes.map(({ series }) => keyOf(sourceId, series));
  const unknown = new Map<string, Quote['series']>();
  keys.forEach((key, index) => {
    const quote = quotes[index];
    if (quote !== undefined && tx.seriesIds.get(key) === undefined) unknown.set(key, quote.series);
  });
  if (unknown.size > 0) await findOrAdd(tx, sourceId, unknown);
  return keys.map((key) => {
    const id = tx.seriesIds.get(key);
    if (id === undefined) throw new Error(`expected a number for the series ${key}`);
    return id;
  });
}

/** Equal keys are equal series; equal series have different keys where their terms are written in another order. */
const keyOf = (sourceId: string, { subject, metric, venue, terms, unit }: Quote['series']): string =>
  `${sourceId}\t${metric}\t${unit}\t${subject}\t${venue}\t${JSON.stringify(terms)}`;

async function findOrAdd(tx: Tx, sourceId: string, series: ReadonlyMap<string, Quote['series']>): Promise<void> {
  const all = [...series.values()];
  const wanted = sql`unnest(
    ${all.map(({ subject }) => storable(subject))}::text[], ${all.map(({ metric }) => metric)}::text[],
    ${all.map(({ venue }) => storable(venue))}::text[], ${all.map(({ terms }) => canonicalJson(terms))}::jsonb[],
    ${all.map(({ unit }) => unit)}::text[]
  ) with ordinality as wanted (subject, metric, venue, terms, unit, position)`;
  const same = sql`
    (series.source_id, series.subject, series.metric, series.venue, series.terms, series.unit)
    = (${sourceId}, wanted.subject, wanted.metric, wanted.venue, wanted.terms, wanted.unit)`;
  await sql`
    insert into series (source_id, subject, metric, venue, terms, unit)
    select distinct ${sourceId}, subject, metric, venue, terms, unit from ${wanted}
    where not exists (select from series where ${same})
    order by subject, metric, venue, terms, unit
    on conflict do nothing`.execute(tx.query);
  const { rows } = await sql<{ position: number; id: number }>`
    select position, id from ${wanted} join series on ${same}`.execute(tx.query);
  const keys = [...series.keys()];
  for (const { position, id } of rows) {
    const key = keys[position - 1];
    if (key !== undefined) tx.seriesIds.set(key, id);
  }
}

/** NUL, which PostgreSQL cannot store, is left out. */
const storable = (text: string) => text.replaceAll('\0', '');
