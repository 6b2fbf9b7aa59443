/** Quarantine with memory: what waits to be read, which prices are held back, and what people decided. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Captures that the present parser of their source has not read. Written with the capture, deleted with the reading.
    create table unread (
      capture_id bigint not null,
      constraint unread_once primary key (capture_id),
      constraint unread_capture foreign key (capture_id) references capture
    );
    insert into unread (capture_id)
    select id from capture where not exists (select from reading where reading.capture_id = capture.id);

    create index reading_by_repeats on reading (repeats) where repeats is not null;

    -- Prices that an accepted document quoted and that wait to be confirmed.
    create table held (
      series_id      integer  not null,
      capture_id     bigint   not null,
      parser_version smallint not null,
      rule           text     not null,
      value          numeric  not null,
      constraint held_once primary key (capture_id, parser_version, series_id),
      constraint held_series foreign key (series_id) references series,
      constraint held_reading foreign key (capture_id, parser_version) references reading,
      constraint held_rule check (rule in ('jump', 'unit-change'))
    );

    -- What a person decided about a document that was not believed, or not all of it. A released document is believed from
    -- the decision on; "seen" lists the series it quotes.
    create table quarantine_decision (
      capture_id bigint      not null,
      decision   text        not null,
      author     text        not null,
      reason     text        not null,
      decided_at timestamptz not null,
      seen       int[],
      constraint quarantine_decision_once primary key (capture_id, decision),
      constraint quarantine_decision_capture foreign key (capture_id) references capture,
      constraint quarantine_decision_kind check (decision in ('released', 'rejected')),
      constraint quarantine_decision_seen check ((decision = 'released') = (seen is not null)),
      constraint quarantine_decision_signed check (author <> '' and reason <> '')
    );

    -- Days of a source that no index uses, from the decision on.
    create table source_rejection (
      source_id  text        not null,
      from_day   text        not null,
      to_day     text        not null,
      author     text        not null,
      reason     text        not null,
      decided_at timestamptz not null,
      constraint source_rejection_once primary key (source_id, from_day, to_day),
      constraint source_rejection_days check (from_day <= to_day),
      constraint source_rejection_signed check (author <> '' and reason <> '')
    );
  `.execute(db);
}
