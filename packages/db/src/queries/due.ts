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

export async function oweEvaluations(query: Query, evaluations: readonly Due[]): Promise<void> {
  if (evaluations.length === 0) return;
  await query
    .insertInto('due')
    .values(
      evaluations.map(({ model, subject, asOf, knownAt }) => ({ model, subject, as_of: asOf, known_at: knownAt })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Owes again what was already computed from a model for dates after `after`, because something before them came late. */
export async function oweLaterRuns(
  query: Query,
  { model, after }: { readonly model: string; readonly after: Instant },
): Promise<void> {
  await query
    .insertInto('due')
    .columns(['model', 'subject', 'as_of', 'known_at'])
    .expression((eb) =>
      eb
        .selectFrom('run')
        .where('model', '=', model)
        .where('as_of', '>', after)
        .select(['model', 'subject', 'as_of', 'known_at'])
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
      (select min(fetched_at) from capture left join reading on reading.capture_id = capture.id
       where reading.capture_id is null and source_id = any(${sourceIds}))
    ) as oldest`.execute(query);
  return rows[0]?.oldest ?? undefined;
}

/** Takes the evaluations of a batch off the list; with the transaction, so that they are owed again if it fails. */
export async function takeBatch(query: Query, { model, knownAt }: Batch): Promise<readonly Due[]> {
  const taken = await query
    .deleteFrom('due')
    .where('model', '=', model)
    .where('known_at', '=', knownAt)
    .returning(['model', 'subject', 'as_of as asOf', 'known_at as knownAt'])
    .execute();
  return taken.sort((a, b) => (a.asOf === b.asOf ? compare(a.subject, b.subject) : compare(a.asOf, b.asOf)));
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
