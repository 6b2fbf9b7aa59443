/** Runs: evaluations of models, with the lineage of each. */
import { type Instant, minutesToFixing, questionText, type Run, type RunInput } from '@bandgap/core';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Query } from '../open-db.ts';

/** Where one input of a run comes from. */
export type Origin =
  | { readonly kind: 'observation'; readonly seriesId: number; readonly parserVersion: number }
  | { readonly kind: 'assumption' }
  | { readonly kind: 'run'; readonly runId: number };

export interface TracedRun {
  readonly run: Run;
  /** One for each input, in the same order. */
  readonly origins: readonly Origin[];
}

export interface StoredRun extends Run {
  readonly id: number;
  readonly revision: number;
}

/** Writes a run and its lineage, and returns its id. The same question is stored once and keeps its id. */
export async function storeRun(query: Query, { run, origins }: TracedRun): Promise<number> {
  const inserted = await query
    .insertInto('run')
    .values(({ selectFrom, fn, lit }) => ({
      receipt: run.receipt,
      model: run.model,
      version: run.version,
      subject: run.subject,
      as_of: run.asOf,
      known_at: run.knownAt,
      revision: selectFrom('run as earlier')
        .where('model', '=', run.model)
        .where('subject', '=', run.subject)
        .where('as_of', '=', run.asOf)
        .where('known_at', '=', run.knownAt)
        .select(({ eb }) => eb(fn.coalesce(fn.max<number>('revision'), lit(0)), '+', lit(1)).as('revision')),
      question: questionText(run),
      output: JSON.stringify(run.output),
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return (await runByReceipt(query, run.receipt)).id;
  await storeInputs(query, { runId: inserted.id, inputs: run.inputs, origins });
  return inserted.id;
}

interface Inputs {
  readonly runId: number;
  readonly inputs: readonly RunInput[];
  readonly origins: readonly Origin[];
}

async function storeInputs(query: Query, { runId, inputs, origins }: Inputs): Promise<void> {
  if (inputs.length === 0) return;
  await query
    .insertInto('run_input')
    .values(
      inputs.map((input, ordinal) => {
        const origin = origins[ordinal];
        const observed = input.kind === 'observation' && origin?.kind === 'observation';
        return {
          run_id: runId,
          ordinal,
          role: input.role,
          series_id: observed ? origin.seriesId : null,
          observed_at: observed ? input.observedAt : null,
          recorded_at: observed ? input.recordedAt : null,
          parser_version: observed ? origin.parserVersion : null,
          assumption: input.kind === 'assumption' ? input.id : null,
          upstream_id: origin?.kind === 'run' ? origin.runId : null,
        };
      }),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const runs = (query: Query) =>
  query
    .selectFrom('run')
    .select(['id', 'receipt', 'model', 'version', 'subject', 'as_of as asOf', 'known_at as knownAt', 'revision'])
    .select(sql<readonly RunInput[]>`question -> 'inputs'`.as('inputs'))
    .select('output');

/** The run with this receipt. Throws where there is none. */
export const runByReceipt = (query: Query, receipt: string): Promise<StoredRun> =>
  runs(query).where('receipt', '=', receipt).executeTakeFirstOrThrow();

/** The run with this id. Throws where there is none. */
export const runById = (query: Query, id: number): Promise<StoredRun> =>
  runs(query).where('id', '=', id).executeTakeFirstOrThrow();

/** Runs whose receipt starts with these characters, at most two: one is an answer, two is an ambiguity. */
export const runsByReceiptPrefix = (query: Query, prefix: string): Promise<readonly StoredRun[]> =>
  runs(query)
    .where('receipt', 'like', `${prefix.replace(/[^0-9a-f]/g, '_')}%`)
    .orderBy('receipt')
    .limit(2)
    .execute();

export interface OfSubject {
  readonly model: string;
  readonly subject: string;
}

export interface Newest extends OfSubject {
  /** Only among runs about this date or an earlier one. */
  readonly asOf?: Instant;
}

/** The newest answer about a subject: the latest date, then the latest knowledge, then the latest revision. */
export const latestRun = (query: Query, { model, subject, asOf }: Newest): Promise<StoredRun | undefined> =>
  runs(query)
    .where('model', '=', model)
    .where('subject', '=', subject)
    .$if(asOf !== undefined, (dated) => dated.where(sql<SqlBool>`as_of <= ${asOf}`))
    .orderBy('as_of', 'desc')
    .orderBy('known_at', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The newest run of every subject of a model. */
export const latestRuns = (query: Query, model: string): Promise<readonly StoredRun[]> =>
  runs(query)
    .distinctOn('subject')
    .where('model', '=', model)
    .orderBy('subject')
    .orderBy('as_of', 'desc')
    .orderBy('known_at', 'desc')
    .orderBy('revision', 'desc')
    .execute();

/** What is not a fixing is indicative: it knew less than the day brought. */
const isFixing: Expression<SqlBool> = sql`known_at = as_of + make_interval(mins => ${minutesToFixing})`;

/** The newest revision of every fixing of an index, oldest first. */
export const fixings = (query: Query, subject: OfSubject): Promise<readonly StoredRun[]> =>
  runs(query)
    .distinctOn('as_of')
    .where('model', '=', subject.model)
    .where('subject', '=', subject.subject)
    .where(isFixing)
    .orderBy('as_of')
    .orderBy('revision', 'desc')
    .execute();

/** The last fixing before a day. */
export const fixingBefore = (
  query: Query,
  { model, subject, day }: OfSubject & { readonly day: Instant },
): Promise<StoredRun | undefined> =>
  runs(query)
    .where('model', '=', model)
    .where('subject', '=', subject)
    .where('as_of', '<', day)
    .where(isFixing)
    .orderBy('as_of', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();

export interface HistoryWanted extends OfSubject {
  /** Only answers that could be given by then. */
  readonly knownAt?: Instant | undefined;
}

/** Every answer about a subject, the newest of each date, oldest first. */
export const runHistory = (query: Query, { model, subject, knownAt }: HistoryWanted): Promise<readonly StoredRun[]> =>
  runs(query)
    .distinctOn('as_of')
    .where('model', '=', model)
    .where('subject', '=', subject)
    .$if(knownAt !== undefined, (known) => known.where(sql<SqlBool>`known_at <= ${knownAt}`))
    .orderBy('as_of')
    .orderBy('known_at', 'desc')
    .orderBy('revision', 'desc')
    .execute();
