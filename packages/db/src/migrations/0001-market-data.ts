/** Market data: slots, fetches, artifacts, readings, series, observations, headlines. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A source was due at an instant. Two schedulers collide on the key instead of fetching twice.
    -- A slot without an outcome is open: somebody still has to fetch it.
    create table slot (
      source_id text        not null,
      due_at    timestamptz not null,
      outcome   text,
      message   text,
      constraint slot_once primary key (source_id, due_at),
      constraint slot_source_lower_case check (source_id = lower(source_id)),
      constraint slot_outcome check (outcome in ('fetched', 'unchanged', 'unreachable', 'missed'))
    );
    create index slot_open on slot (source_id, due_at) where outcome is null;

    -- Bytes as fetched, addressed by their own hash. Equal bodies share one row.
    create table artifact (
      sha256 char(64) not null,
      bytes  bytea    not null,
      constraint artifact_once primary key (sha256),
      constraint artifact_is_its_hash check (sha256 = encode(sha256(bytes), 'hex'))
    );

    -- One response as it came.
    create table capture (
      id            bigint      generated always as identity,
      source_id     text        not null,
      slot          timestamptz not null,
      url           text        not null,
      fetched_at    timestamptz not null,
      http_status   smallint    not null,
      content_type  text        not null,
      etag          text,
      last_modified text,
      sha256        char(64)    not null,
      constraint capture_id primary key (id),
      constraint capture_once unique (source_id, slot, url),
      constraint capture_slot foreign key (source_id, slot) references slot,
      constraint capture_artifact foreign key (sha256) references artifact
    );
    create index capture_by_time on capture (source_id, fetched_at);

    -- What a parser made of a capture. "seen" lists the series the document quoted: an unchanged price is seen, not stored again.
    -- A capture that brought the bytes of the one before it repeats that one: it is not parsed again and saw what that one saw.
    create table reading (
      capture_id       bigint   not null,
      parser_version smallint not null,
      verdict        text     not null,
      reasons        text[]   not null,
      quotes         integer  not null,
      headlines      integer  not null,
      skips          jsonb    not null,
      seen           int[],
      repeats        bigint,
      constraint reading_once primary key (capture_id, parser_version),
      constraint reading_capture foreign key (capture_id) references capture,
      constraint reading_repeats foreign key (repeats) references capture,
      constraint reading_saw_or_repeats check (num_nonnulls(seen, repeats) = 1),
      constraint reading_verdict check (verdict in ('accepted', 'quarantined', 'unreadable'))
    );

    -- Rows that were seen and not used, by their own words. Rows that never concern us are only counted, in the reading.
    create table skip (
      capture_id       bigint   not null,
      parser_version smallint not null,
      code           text     not null,
      text           text     not null,
      rows           integer  not null,
      constraint skip_once primary key (capture_id, parser_version, code, text),
      constraint skip_reading foreign key (capture_id, parser_version) references reading
    );

    -- What is measured. The natural key is the identity; the number only saves space.
    create table series (
      id        integer generated always as identity,
      source_id text  not null,
      subject   text  not null,
      metric    text  not null,
      venue     text  not null,
      terms     jsonb not null,
      unit      text  not null,
      constraint series_id primary key (id),
      constraint series_once unique (source_id, subject, metric, venue, terms, unit),
      constraint series_unit check (unit like 'USD/%')
    );
    create index series_by_subject on series (subject, metric);

    -- A price with two clocks: when it was true, and when we learned it. Never updated, never deleted; a correction is a new row.
    create table observation (
      series_id      integer     not null,
      observed_at    timestamptz not null,
      recorded_at    timestamptz not null,
      parser_version smallint    not null,
      value          numeric     not null,
      capture_id       bigint      not null,
      at             text        not null,
      constraint observation_once primary key (series_id, observed_at, recorded_at, parser_version),
      constraint observation_series foreign key (series_id) references series,
      constraint observation_capture foreign key (capture_id) references capture,
      constraint observation_price check (value > 0)
    );
    create index observation_by_day on observation using brin (observed_at) with (pages_per_range = 32);
    create index observation_by_capture on observation (capture_id);

    -- Entries of news feeds, once each.
    create table headline (
      source_id    text        not null,
      key          text        not null,
      title        text        not null,
      url          text        not null,
      published_at timestamptz,
      recorded_at  timestamptz not null,
      capture_id     bigint      not null,
      at           text        not null,
      constraint headline_once primary key (source_id, key),
      constraint headline_capture foreign key (capture_id) references capture
    );
  `.execute(db);
}
