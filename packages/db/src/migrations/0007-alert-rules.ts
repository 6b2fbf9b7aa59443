/** Alert rules that people make, what a rule told and corrected, and who muted it. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Rules also watch sources and events, which have no run, no reference or no number.
    alter table alert_transition alter column value drop not null;
    alter table alert_transition alter column reference drop not null;
    alter table alert_transition alter column run_id drop not null;
    alter table alert_transition alter column reference_run_id drop not null;
    alter table alert_transition add column kind text not null default 'transition';
    alter table alert_transition add column unit text;
    alter table alert_transition add column since timestamptz;
    alter table alert_transition add column event_key char(64);
    alter table alert_transition add column revision integer not null default 1;
    alter table alert_transition add constraint alert_transition_kind check (kind in ('transition', 'reminder', 'revised'));
    alter table alert_transition add constraint alert_transition_event foreign key (event_key) references event;
    update alert_transition set unit = 'USD/GPU-hr';

    -- What a rule says of an instant is the highest revision. A correction is a further one; what was sent stays as it was sent.
    update alert_transition set revision = counted.revision
    from (select id, row_number() over (partition by rule_id, as_of order by id) as revision from alert_transition) counted
    where counted.id = alert_transition.id;
    alter table alert_transition drop constraint alert_transition_once;
    alter table alert_transition
      add constraint alert_transition_once unique nulls not distinct (rule_id, as_of, event_key, revision);
    insert into alert_transition
      (rule_id, as_of, from_state, to_state, value, reference, unit, strong, run_id, reference_run_id, kind, revision)
    select rule_id, as_of, to_state, case to_state when 'firing' then 'ok' else 'firing' end,
      value, reference, unit, false, run_id, reference_run_id, 'revised', revision + 1
    from alert_retraction join alert_transition told on told.id = transition_id
    where not exists (
      select from alert_transition later
      where later.rule_id = told.rule_id and later.as_of = told.as_of and later.revision > told.revision
    );
    drop table alert_retraction;

    -- One version of a rule that somebody made; without a rule where it was withdrawn.
    create table alert_rule (
      id      text        not null,
      version integer     not null,
      rule    json,
      author  text        not null,
      at      timestamptz not null,
      constraint alert_rule_once primary key (id, version)
    );

    -- From when on a rule tells people what it finds. What it finds in the time before, it keeps to itself.
    create table alert_watch (
      rule_id    text        not null,
      definition char(64)    not null,
      since      timestamptz not null,
      constraint alert_watch_once primary key (rule_id, definition)
    );

    -- Somebody wants to hear nothing of a rule, or of any, for a while; or has taken note of one firing.
    create table alert_silence (
      id            bigint      generated always as identity,
      rule_id       text        not null,
      transition_id bigint,
      author        text        not null,
      reason        text        not null,
      at            timestamptz not null,
      until         timestamptz,
      constraint alert_silence_id primary key (id),
      constraint alert_silence_ends check (num_nonnulls(transition_id, until) > 0),
      constraint alert_silence_firing foreign key (transition_id) references alert_transition
    );

    -- A transition nobody was told of, and the silence that says why.
    create table alert_mute (
      transition_id bigint not null,
      silence_id    bigint not null,
      constraint alert_mute_once primary key (transition_id),
      constraint alert_mute_transition foreign key (transition_id) references alert_transition,
      constraint alert_mute_silence foreign key (silence_id) references alert_silence
    );
  `.execute(db);
}
