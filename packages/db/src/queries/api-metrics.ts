/** How much is owed, and what was given up: counts for a monitor. */
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

export interface Backlog {
  /** Work that is owed, by the queue that will do it. */
  readonly fetch: number;
  readonly normalize: number;
  readonly evaluate: number;
  readonly deliver: number;
  /** Messages that were tried as often as they may be, and never arrived. */
  readonly givenUp: number;
}

export async function backlog(query: Query): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select
      (select count(*) from slot where outcome is null) as fetch,
      (select count(*) from capture left join reading on reading.capture_id = capture.id where reading.capture_id is null) as normalize,
      (select count(*) from due) as evaluate,
      (select count(*) from delivery where delivered_at is null and given_up_at is null) as deliver,
      (select count(*) from delivery where given_up_at is not null) as "givenUp"`.execute(query);
  const [counts] = rows;
  if (counts === undefined) throw new Error('expected one row of counts, was none');
  return counts;
}
