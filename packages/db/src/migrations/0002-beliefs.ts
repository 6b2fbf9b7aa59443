/** Beliefs: what is due to be computed, runs with their lineage, alert transitions and their delivery. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Evaluations that new data made due: a model, about a subject, as of a date, knowing what was recorded until an instant.
    -- Written with the data, deleted with the run: what is listed here is still owed.
    create table due (
      model    text        not null,
      subject  text        not null,
      as_of    timestamptz not null,
      known_at timestamptz not null,
      constraint due_once primary key (model, subject, as_of, known_at)
    );
    create index due_by_time on due (known_at, model);

    -- One evaluation of one model. The receipt is the hash of the question, so the same question has one row everywhere.
    -- A later revision answers the same date from inputs that were corrected or came late.
    create table run (
      id       bigint      generated always as identity,
      receipt  char(64)    not null,
      model    text        not null,
      version  smallint    not null,
      subject  text        not null,
      as_of    timestamptz not null,
      known_at timestamptz not null,
      revision integer     not null,
      question json        not null,
      output   json        not null,
      constraint run_id primary key (id),
      constraint run_once unique (receipt),
      constraint run_receipt_is_its_hash check (receipt = encode(sha256(convert_to(question::text, 'UTF8')), 'hex'))
    );
    create index run_latest on run (model, subject, as_of desc, revision desc);

    -- Lineage: each input of a run is exactly one of an observation, an assumption of the catalog, another run.
    create table run_input (
      run_id         bigint  not null,
      ordinal        integer not null,
      role           text    not null,
      series_id      integer,
      observed_at    timestamptz,
      recorded_at    timestamptz,
      parser_version smallint,
      assumption     text,
      upstream_id    bigint,
      constraint run_input_once primary key (run_id, ordinal),
      constraint run_input_run foreign key (run_id) references run,
      constraint run_input_observation foreign key (series_id, observed_at, recorded_at, parser_version) references observation match full,
      constraint run_input_upstream foreign key (upstream_id) references run,
      constraint run_input_one_origin check (num_nonnulls(series_id, assumption, upstream_id) = 1)
    );
    create index run_input_by_upstream on run_input (upstream_id) where upstream_id is not null;

    -- A rule changed state at a fixing. Written in the transaction of the run that caused it.
    create table alert_transition (
      id               bigint      generated always as identity,
      rule_id          text        not null,
      as_of            timestamptz not null,
      from_state       text        not null,
      to_state         text        not null,
      value            numeric     not null,
      reference        numeric     not null,
      strong           boolean     not null,
      run_id           bigint      not null,
      reference_run_id bigint      not null,
      constraint alert_transition_id primary key (id),
      constraint alert_transition_once unique (rule_id, as_of, to_state),
      constraint alert_transition_run foreign key (run_id) references run,
      constraint alert_transition_reference foreign key (reference_run_id) references run
    );

    -- A transition that later or corrected data no longer supports. What was sent stays sent.
    create table alert_retraction (
      transition_id bigint not null,
      constraint alert_retraction_once primary key (transition_id),
      constraint alert_retraction_transition foreign key (transition_id) references alert_transition
    );

    -- One message to one channel about one transition. The id travels as webhook-id and is the same on every attempt.
    create table delivery (
      id              text        not null,
      transition_id   bigint      not null,
      channel         text        not null,
      attempts        integer     not null default 0,
      next_attempt_at timestamptz not null,
      delivered_at    timestamptz,
      given_up_at     timestamptz,
      message         text,
      constraint delivery_id primary key (id),
      constraint delivery_once unique (transition_id, channel),
      constraint delivery_transition foreign key (transition_id) references alert_transition
    );
    create index delivery_open on delivery (next_attempt_at) where delivered_at is null and given_up_at is null;
  `.execute(db);
}
