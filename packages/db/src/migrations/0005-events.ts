/** Events: what is worth telling about prices and their sources. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Something changed between two states of a source, or between two answers of a model. Written in the transaction of what
    -- caused it. The key is a hash of the event, so that working it out again tells nothing new.
    create table event (
      key         char(64)    not null,
      kind        text        not null,
      source_id   text        not null,
      subject     text        not null,
      as_of       timestamptz not null,
      recorded_at timestamptz not null,
      event       jsonb       not null,
      constraint event_once primary key (key)
    );
    create index event_by_time on event (recorded_at desc, key desc);
    create index event_by_subject on event (subject, recorded_at desc);
    create index event_by_source on event (source_id, recorded_at);

    -- An event that a document which came late no longer supports. What was told stays told.
    create table event_retraction (
      key char(64) not null,
      constraint event_retraction_once primary key (key),
      constraint event_retraction_event foreign key (key) references event
    );
  `.execute(db);
}
