/** What the HTTP interface pages through and streams, in the order of storing. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index run_by_model on run (model, id);
    create index run_by_subject on run (model, subject, id);

    -- Readings and events are known by keys of their own; those who follow them need an order of storing.
    alter table reading add column id bigint generated always as identity;
    alter table reading add constraint reading_id unique (id);
    alter table event add column id bigint generated always as identity;
    alter table event add constraint event_id unique (id);
  `.execute(db);
}
