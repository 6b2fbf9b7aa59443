/** Publication: a schema `pub` of documented views for dashboards, without what may not be republished, and a role that reads it. */
import { type Kysely, sql } from 'kysely';
import { createView } from './0010-publication/documented-view.ts';
import { happeningViews } from './0010-publication/happening-views.ts';
import { priceViews } from './0010-publication/price-views.ts';
import { runViews } from './0010-publication/run-views.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await lineage(db);
  await registry(db);
  for (const view of [...priceViews, ...runViews, ...happeningViews]) await createView(view).execute(db);
  await reader(db);
}

const lineage = (db: Kysely<unknown>) =>
  sql`
    -- The sources behind a run, through all the runs it builds on. Kept by a trigger, so that no way of storing a run forgets it.
    create table run_source (
      run_id    bigint not null,
      source_id text   not null,
      constraint run_source_once primary key (run_id, source_id),
      constraint run_source_run foreign key (run_id) references run
    );
    create function note_run_sources() returns trigger language plpgsql as $note$
    begin
      insert into run_source (run_id, source_id)
      select input.run_id, series.source_id from added input join series on series.id = input.series_id
      union
      select input.run_id, behind.source_id from added input join run_source behind on behind.run_id = input.upstream_id
      on conflict do nothing;
      return null;
    end $note$;
    create trigger run_input_sources after insert on run_input
      referencing new table as added for each statement execute function note_run_sources();

    insert into run_source (run_id, source_id)
    with recursive behind (run_id, source_id) as (
      select run_id, source_id from run_input join series on series.id = run_input.series_id
      union
      select run_input.run_id, behind.source_id from behind join run_input on run_input.upstream_id = behind.run_id
    )
    select run_id, source_id from behind;
  `.execute(db);

const registry = (db: Kysely<unknown>) =>
  sql`
    create schema pub;
    comment on schema pub is 'What Bandgap publishes: stable views with units in their names, without restricted sources.';

    create table pub.source (
      id                  text    not null primary key,
      name                text    not null,
      home_url            text    not null,
      commodity           text    not null,
      licence             text    not null,
      licence_terms       text    not null,
      attribution         text,
      publishable         boolean not null,
      stale_after_minutes integer not null
    );
    comment on table pub.source is 'Every source with its licence, as the newest start of Bandgap knows it. Nothing is published before the first.';
    comment on column pub.source.id is 'The source.';
    comment on column pub.source.name is 'Its name.';
    comment on column pub.source.home_url is 'Where people read about it.';
    comment on column pub.source.commodity is 'llm_api, gpu_rental, memory or news.';
    comment on column pub.source.licence is 'Name of its licence.';
    comment on column pub.source.licence_terms is 'open, attribution or restricted.';
    comment on column pub.source.attribution is 'What to write beside its figures.';
    comment on column pub.source.publishable is 'Whether its prices may be republished: not restricted, or licensed to the operator.';
    comment on column pub.source.stale_after_minutes is 'How old its newest believed document may be.';

    create table pub.index (
      id      text   not null primary key,
      name    text   not null,
      gpus    text[] not null,
      tenor   text   not null,
      segment text   not null
    );
    comment on table pub.index is 'The rental indices.';
    comment on column pub.index.id is 'GPU, tenor and segment.';
    comment on column pub.index.name is 'Its name.';
    comment on column pub.index.gpus is 'The GPUs whose prices it is made of.';
    comment on column pub.index.tenor is 'How long the renter is bound.';
    comment on column pub.index.segment is 'Whose prices.';

    create table pub.project (
      id     text not null primary key,
      name   text not null,
      system text not null,
      gpu    text not null,
      tenor  text not null
    );
    comment on table pub.project is 'The projects floors and ceilings are worked out for.';
    comment on column pub.project.id is 'System and tenor.';
    comment on column pub.project.name is 'Its name.';
    comment on column pub.project.system is 'The system.';
    comment on column pub.project.gpu is 'The GPU in it.';
    comment on column pub.project.tenor is 'For how long it is let.';
  `.execute(db);

/** A managed database may not let us make roles; its operator then grants what is granted here. Roles belong to the server, not the database. */
const reader = (db: Kysely<unknown>) =>
  sql`
    do $reader$
    begin
      if not exists (select from pg_roles where rolname = 'bandgap_reader') then
        create role bandgap_reader nologin;
        alter role bandgap_reader set statement_timeout = '15s';
        alter role bandgap_reader set default_transaction_read_only = on;
      end if;
      grant usage on schema pub to bandgap_reader;
      grant select on all tables in schema pub to bandgap_reader;
      alter default privileges in schema pub grant select on tables to bandgap_reader;
    exception
      when insufficient_privilege then raise notice 'no role bandgap_reader: % may not create roles', current_user;
      when duplicate_object or unique_violation then
        grant usage on schema pub to bandgap_reader;
        grant select on all tables in schema pub to bandgap_reader;
    end $reader$;
  `.execute(db);
