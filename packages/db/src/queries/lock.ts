/** Locks that live as long as the transaction. They save work; the unique keys give correctness. */
import { sql } from 'kysely';
import type { Query } from '../open-db.ts';

/** Waits until no other transaction works on the same thing. */
export async function lockFor(query: Query, thing: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${thing}, 0))`.execute(query);
}
