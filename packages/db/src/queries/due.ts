/** What is owed: evaluations that data made due and that nobody has computed yet. */
import type { Instant } from '@bandgap/core';
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface Due {
  readonly model: string;
  readonly subject: string;
  readonly asOf: Instant;
  readonly knownAt: Instant;
}

/** Why something is owed: quietly, where history was filled in and nobody is to be told. */
export interface Cause {
  readonly quiet: boolean;
}

const loud: Cause = { quiet: false };

export async function oweEvaluations(query: Query, evaluations: readonly Due[], { quiet } = loud): Promise<void> {
  if (evaluations.length === 0) return;
  await query
    .insertInto('due')
    .values(
      evaluations.map(({ model, subject, asOf, knownAt }) => ({
        model,
        subject,
        as_of: asOf,
        known_at: knownAt,
        quiet,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Owes again what was already computed from a model for dates after `after`, because something before them came late. */
export async function oweLaterRuns(
  query: Query,
  { model, after }: { readonly model: string; readonly after: Instant },
  { quiet } = loud,
): Promise<void> {
  await query
    .insertInto('due')
    .columns(['model', 'subject', 'as_of', 'known_at', 'quiet'])
    .expression(({ selectFrom, cast, val }) =>
      selectFrom('run')
        .where('model', '=', model)
        .where('as_of', '>', after)
        .select(['model', 'subject', 'as_of', 'known_at', cast<boolean>(val(quiet), 'boolean').as('quiet')])
        .distinct(),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface Batch {
  readonly model: string;
  readonly knownAt: Instant;
}

/**
 * The earliest evaluations that can be computed now. They wait while a source of theirs has a slot open or a capture unread
 * from before the instant they are to know everything of.
 */
export async function nextBatch(
  query: Query,
  { now, sourcesOf }: { readonly now: Instant; readonly sourcesOf: (model: string) => readonly string[] },
): Promise<Batch | undefined> {
  const batches = await query
    .selectFrom('due')
    .select(['model', 'known_at as knownAt'])
    .where('known_at', '<=', now)
    .groupBy(['model', 'known_at'])
    .orderBy('known_at')
    .orderBy('model')
    .execute();
  const oldestPending = new Map<string, Instant | undefined>();
  for (const batch of batches) {
    if (!oldestPending.has(batch.model)) {
      oldestPending.set(batch.model, await oldestUnfinished(query, sourcesOf(batch.model)));
    }
    const pending = oldestPending.get(batch.model);
    if (pending === undefined || pending > batch.knownAt) return batch;
  }
  return undefined;
}

/** When the oldest open slot or unread capture of these sources dates from. */
async function oldestUnfinished(query: Query, sourceIds: readonly string[]): Promise<Instant | undefined> {
  const { rows } = await sql<{ oldest: Instant | null }>`
    select least(
      (select min(due_at) from slot where outcome is null and source_id = any(${sourceIds})),
      (select min(fetched_at) from unread join capture on capture.id = unread.capture_id
       where source_id = any(${sourceIds}))
    ) as oldest`.execute(query);
  return rows[0]?.oldest ?? undefined;
}

/** Evaluations of a batch that were made due in the same way. */
export interface OwedAlike extends Cause {
  readonly evaluations: readonly Due[];
}

/**
 * Takes the evaluations of a batch off the list, quietly those that nothing else made due; with the transaction, so that they
 * are owed again if it fails.
 */
export async function takeBatch(query: Query, { model, knownAt }: Batch): Promise<readonly OwedAlike[]> {
  const taken = await query
    .deleteFrom('due')
    .where('model', '=', model)
    .where('known_at', '=', knownAt)
    .returning(['subject', 'as_of as asOf', 'quiet'])
    .execute();
  const sorted = taken.sort((a, b) => compare(a.asOf, b.asOf) || compare(a.subject, b.subject));
  const keyOf = (due: Pick<Due, 'asOf' | 'subject'>) => `${due.asOf} ${due.subject}`;
  const loudly = new Set(sorted.filter(({ quiet }) => !quiet).map(keyOf));
  return [false, true]
    .map((quiet) => ({
      quiet,
      evaluations: sorted
        .filter((due) => due.quiet === quiet && (!quiet || !loudly.has(keyOf(due))))
        .map(({ subject, asOf }) => ({ model, subject, asOf, knownAt })),
    }))
    .filter(({ evaluations }) => evaluations.length > 0);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How many evaluations are owed at an instant, those of the future left out. */
export async function owedCount(query: Query, now: Instant): Promise<number> {
  const { count } = await query
    .selectFrom('due')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('known_at', '<=', now)
    .executeTakeFirstOrThrow();
  return count;
}
