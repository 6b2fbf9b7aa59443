/** Statistics beside prices: a series may be in USD per kilogram, or in the points of an index. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table series drop constraint series_unit;
    alter table series add constraint series_unit check (unit like 'USD/%' or unit = 'index');
  `.execute(db);
}
