/** What rules are judged on: one number of every answer of a model, and the silence of sources. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { Cause, Due } from './due.ts';

/** One number of an answer, with what a rule must know of it. */
export interface Measurement {
  readonly runId: number;
  readonly asOf: Instant;
  readonly value: number | null;
  readonly unit: string | null;
  readonly confidence: string | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Measured {
  readonly model: string;
  readonly subject: string;
  /** Members of the output down to the number. */
  readonly path: readonly string[];
  /** Only answers that know this many minutes more than their date, as fixings do. */
  readonly knownAfterMinutes?: number;
  /** What is believed now, or what was believed first. */
  readonly vintage: 'newest' | 'first';
}

const fixedOnly = ({ knownAfterMinutes }: Measured) =>
  knownAfterMinutes === undefined ? sql`true` : sql`known_at = as_of + make_interval(mins => ${knownAfterMinutes})`;

/** One number of every answer about a subject, oldest first. */
export async function measurements(query: Query, measured: Measured): Promise<readonly Measurement[]> {
  const { model, subject, path, vintage } = measured;
  const order = vintage === 'newest' ? sql`desc` : sql`asc`;
  const { rows } = await sql<Measurement>`
    select distinct on (as_of)
      id as "runId", as_of as "asOf",
      (output #>> ${path}::text[])::float8 as value,
      output ->> 'unit' as unit, output ->> 'confidence' as confidence,
      (output ->> 'low')::float8 as low, (output ->> 'high')::float8 as high
    from run
    where model = ${model} and subject = ${subject} and ${fixedOnly(measured)}
    order by as_of, known_at ${order}, revision ${order}`.execute(query);
  return rows;
}

/** How far apart the sources of an answer were about one seller's price on the same terms; 0 where none was quoted twice. */
export async function sourceSpreads(query: Query, measured: Measured): Promise<readonly Measurement[]> {
  const { model, subject, vintage } = measured;
  const order = vintage === 'newest' ? sql`desc` : sql`asc`;
  const { rows } = await sql<Measurement>`
    select run.id as "runId", run.as_of as "asOf", coalesce(max(said.spread), 0)::float8 as value,
      null as unit, null as confidence, null as low, null as high
    from (
      select distinct on (as_of) id, as_of from run
      where model = ${model} and subject = ${subject} and ${fixedOnly(measured)}
      order by as_of, known_at ${order}, revision ${order}
    ) run
    left join lateral (
      select max(value) / min(value) - 1 as spread
      from run_input
      join observation using (series_id, observed_at, recorded_at, parser_version)
      join series on series.id = series_id
      where run_id = run.id
      group by subject, metric, venue, terms
      having count(distinct source_id) > 1
    ) said on true
    group by run.id, run.as_of
    order by run.as_of`.execute(query);
  return rows;
}

/** A time a source was asked, when all it was asked before and sent before was done with, and how long ago it had last sent something that was believed. */
export interface SourceSilence {
  readonly asOf: Instant;
  readonly minutes: number;
}

/** The newest of these, oldest first. */
export async function sourceSilences(
  query: Query,
  sourceId: string,
  newest: number,
): Promise<readonly SourceSilence[]> {
  const { rows } = await sql<SourceSilence>`
    select asked.due_at as "asOf", (extract(epoch from asked.due_at - believed.fetched_at) / 60)::float8 as minutes
    from (
      select due_at from slot
      where source_id = ${sourceId} and origin = 'schedule' and outcome in ('fetched', 'unchanged', 'unreachable')
      order by due_at desc limit ${newest}
    ) asked
    join lateral (
      select least(fetched_at, asked.due_at) as fetched_at
      from capture join reading on reading.capture_id = capture.id
      where source_id = ${sourceId} and slot <= asked.due_at and verdict = 'accepted'
      order by slot desc limit 1
    ) believed on true
    where not exists (
      select from slot where source_id = ${sourceId} and outcome is null and due_at <= asked.due_at
    ) and not exists (
      select from capture left join reading on reading.capture_id = capture.id
      where source_id = ${sourceId} and slot <= asked.due_at and reading.capture_id is null
    )
    order by asked.due_at`.execute(query);
  return rows;
}

/** Whether answers about later dates are owed again, as quietly as this one, so that it is too early to judge. */
export async function laterAnswersOwed(
  query: Query,
  { model, subject, asOf, quiet }: Pick<Due, 'model' | 'subject' | 'asOf'> & Cause,
): Promise<boolean> {
  const { rows } = await sql<{ owed: boolean }>`
    select exists (select from due where model = ${model} and subject = ${subject} and as_of > ${asOf} and quiet = ${quiet})
      and exists (select from run where model = ${model} and subject = ${subject} and as_of > ${asOf}) as owed`.execute(
    query,
  );
  return rows[0]?.owed ?? false;
}
