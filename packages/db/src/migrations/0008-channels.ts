/** Channels: who is at work on a message, and which receivers want no more of them. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A worker that sends a message claims it until then. One that was killed gives it back by not being heard of again.
    alter table delivery add column claimed_until timestamptz;
    create index delivery_of_transition on delivery (transition_id);

    -- A receiver that said it wants no more messages, by what its address was. What is owed to it waits.
    create table disabled_channel (
      name        text        not null,
      fingerprint text        not null,
      disabled_at timestamptz not null,
      reason      text        not null,
      constraint disabled_channel_once primary key (name)
    );
  `.execute(db);
}
