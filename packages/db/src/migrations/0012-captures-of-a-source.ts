/** The newest capture of a source is found among its own, and not by going back through those of all. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A btree over all captures by time invites looking for the newest of one source in it, past those of every other
    -- source. What was fetched lately, whoever from, lies together, and a block range index finds it as well.
    drop index capture_by_instant;
    create index capture_by_instant on capture using brin (fetched_at) with (pages_per_range = 32);
  `.execute(db);
}
