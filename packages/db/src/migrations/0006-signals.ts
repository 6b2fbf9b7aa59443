/** Signals: what headlines say about memory prices. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A version of the grammar has read a headline, whether it found anything in it or not.
    create table signal_reading (
      source_id       text     not null,
      key             text     not null,
      grammar_version smallint not null,
      constraint signal_reading_once primary key (source_id, key, grammar_version),
      constraint signal_reading_headline foreign key (source_id, key) references headline
    );

    -- A change of price that a headline states, in percent. A bound that is not stated is null: "over 60 %" is from 60 to null.
    -- The span is in characters of the title, up to and without its end.
    create table signal (
      source_id       text     not null,
      key             text     not null,
      grammar_version smallint not null,
      product         text     not null,
      metric          text     not null,
      period          text     not null,
      rule_id         text     not null,
      low             numeric,
      high            numeric,
      bound           text     not null,
      status          text     not null,
      prior_low       numeric,
      prior_high      numeric,
      span_start      integer  not null,
      span_end        integer  not null,
      constraint signal_once primary key (source_id, key, product, metric, period, rule_id, grammar_version),
      constraint signal_read foreign key (source_id, key, grammar_version) references signal_reading,
      constraint signal_says_something check (num_nonnulls(low, high) > 0),
      constraint signal_low_to_high check (low <= high),
      constraint signal_status check (status in ('forecast', 'actual', 'revised'))
    );
    create index signal_by_product on signal (product, period);
  `.execute(db);
}
