/** What a model answered about many subjects at once: at an instant, and before it. */
import type { Instant, Metric } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';
import type { OfSubject, StoredRun } from './run.ts';

export interface OfSubjects {
  readonly model: string;
  readonly subjects: readonly string[];
  readonly knownAt: Instant;
}

/** The newest revision of each answer that knows exactly what was known at an instant, by subject. */
export async function runsKnownAt(
  query: Query,
  { model, subjects, knownAt }: OfSubjects,
): Promise<ReadonlyMap<string, StoredRun>> {
  const { rows } = await sql<StoredRun>`
    select distinct on (subject) ${run}
    from run where model = ${model} and subject = any(${subjects}) and known_at = ${knownAt}
    order by subject, as_of desc, revision desc`.execute(query);
  return bySubject(rows);
}

/** The newest answer about each subject that knew less; only among those of a status where one is named. */
export async function runsKnownBefore(
  query: Query,
  { model, subjects, knownAt, status }: OfSubjects & { readonly status?: string },
): Promise<ReadonlyMap<string, StoredRun>> {
  const { rows } = await sql<StoredRun>`
    select earlier.*
    from unnest(${subjects}::text[]) asked (subject) join lateral (
      select ${run} from run
      where model = ${model} and run.subject = asked.subject and known_at < ${knownAt} and ${isLast}
        and (${status ?? null}::text is null or output ->> 'status' = ${status ?? null})
      order by as_of desc, known_at desc
      limit 1
    ) earlier on true`.execute(query);
  return bySubject(rows);
}

export interface ConfirmedMeter {
  readonly subject: string;
  readonly metric: Metric;
  readonly price: number;
}

/** The price of each meter that was confirmed last, before an instant. */
export async function metersConfirmedBefore(
  query: Query,
  { subjects, metrics, knownAt }: Omit<OfSubjects, 'model'> & { readonly metrics: readonly Metric[] },
): Promise<readonly ConfirmedMeter[]> {
  const { rows } = await sql<ConfirmedMeter>`
    select asked.subject, metric, price
    from unnest(${subjects}::text[]) asked (subject) cross join unnest(${metrics}::text[]) metric join lateral (
      select (output -> 'meters' -> metric ->> 'price')::numeric as price from run
      where model = 'confirmed-price' and run.subject = asked.subject and known_at < ${knownAt} and ${isLast}
        and output -> 'meters' -> metric ->> 'status' = 'confirmed'
      order by as_of desc, known_at desc
      limit 1
    ) confirmed on true`.execute(query);
  return rows;
}

/** An answer without its question. */
export type Answer = Pick<StoredRun, 'id' | 'subject' | 'asOf' | 'receipt' | 'output'>;

/** The newest answer about every subject. */
export async function latestAnswers(query: Query, model: string): Promise<readonly Answer[]> {
  const { rows } = await sql<Answer>`
    select distinct on (subject) id, subject, as_of as "asOf", receipt, output
    from run where model = ${model}
    order by subject, as_of desc, known_at desc, revision desc`.execute(query);
  return rows;
}

export interface AnswerSought extends OfSubject {
  /** Answers that state one of these go before newer ones that do not. */
  readonly confidence?: readonly string[];
}

export interface NewestAnswer extends Answer {
  /** Its place among those sought. */
  readonly place: number;
  /** Ids of the sources behind it, through all the runs it builds on. */
  readonly sources: readonly string[];
}

/** The newest of each answer sought, in their order; those that were never computed are left out. */
export async function newestAnswers(query: Query, sought: readonly AnswerSought[]): Promise<readonly NewestAnswer[]> {
  const asked = JSON.stringify(sought.map((each, place) => ({ ...each, place })));
  const of = sql`from run where model = asked.model and subject = asked.subject`;
  const { rows } = await sql<NewestAnswer>`
    select place, answer.id, answer.subject, as_of as "asOf", receipt, output,
      array(select source_id from run_source where run_id = answer.id order by source_id) as sources
    from jsonb_to_recordset(${asked}) as asked (place integer, model text, subject text, confidence text[])
    cross join lateral (
      (
        select true as preferred, run.* ${of} and confidence is not null and output ->> 'confidence' = any(confidence)
        order by as_of desc, known_at desc, revision desc limit 1
      ) union all (
        select false, run.* ${of}
        order by as_of desc, known_at desc, revision desc limit 1
      )
      order by preferred desc limit 1
    ) answer
    order by place`.execute(query);
  return rows;
}

/** The newest answer of each date about these subjects, oldest first. */
export async function answersOver(
  query: Query,
  { model, subjects }: Omit<OfSubjects, 'knownAt'>,
): Promise<readonly Answer[]> {
  const { rows } = await sql<Answer>`
    select distinct on (as_of, subject) id, subject, as_of as "asOf", receipt, output
    from run where model = ${model} and subject = any(${subjects})
    order by as_of, subject, known_at desc, revision desc`.execute(query);
  return rows;
}

const run = sql`
  id, receipt, model, version, subject, as_of as "asOf", known_at as "knownAt", revision,
  question -> 'inputs' as inputs, output`;

const isLast = sql`not exists (
  select from run later
  where later.model = run.model and later.subject = run.subject and later.as_of = run.as_of
    and later.known_at = run.known_at and later.revision > run.revision
)`;

const bySubject = (runs: readonly StoredRun[]) => new Map(runs.map((each) => [each.subject, each]));
