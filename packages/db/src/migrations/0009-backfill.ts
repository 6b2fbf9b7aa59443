/** Backfill: what was learnt from dated versions is marked, alerts nobody, and does not slow down what is asked every hour. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Whether a slot was due by schedule, or is the date of a version that somebody had kept.
    alter table slot add column origin text not null default 'schedule';
    alter table slot add constraint slot_origin check (origin in ('schedule', 'backfill'));

    -- Backfill makes due quietly: it is computed and judged, and nobody is told unless something else made it due too.
    alter table due add column quiet boolean not null default false;
    alter table due drop constraint due_once;
    alter table due add constraint due_once primary key (model, subject, as_of, known_at, quiet);

    -- A reading that saw exactly the series of an earlier one of the same parser names that one instead of listing them again.
    alter table reading add column seen_in bigint;
    update reading set seen_in = repeats where repeats is not null;
    alter table reading drop constraint reading_saw_or_repeats;
    alter table reading add constraint reading_sees check (num_nonnulls(seen, seen_in) = 1);
    alter table reading add constraint reading_seen_in foreign key (seen_in, parser_version) references reading;

    -- The capture of a url before or after an instant; what was fetched lately, whoever from; runs of a model after a day.
    create index capture_by_url on capture (source_id, url, fetched_at);
    create index capture_by_instant on capture (fetched_at);
    create index run_by_day on run (model, as_of);
  `.execute(db);
}
