/** Rows that an older schema held come through the migrations as the present code reads them. */
import { migrations, openDb } from '@bandgap/db';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';

/** A database at an earlier schema, and the way on from there. */
async function databaseAt(name: string) {
  const databaseUrl = await freshDatabase('empty');
  const db = openDb({ databaseUrl, onError: () => undefined });
  onTestFinished(() => db.close());
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  const apply = async (wanted: (each: string) => boolean) => {
    for (const each of Object.keys(migrations).filter(wanted)) await migrations[each]?.up(db.query);
  };
  await apply((each) => each <= name);
  return {
    rows: async (text: string) => (await client.query(text)).rows,
    toThePresent: () => apply((each) => each > name),
  };
}

/** Documents of one source: each day the one of the day before again, but for the last, which nobody has read. */
const documents = `
  insert into slot (source_id, due_at, outcome) select 'lambda', day, 'fetched' from generate_series('2026-05-01'::date, '2026-05-04', '1 day') day;
  insert into artifact (sha256, bytes) select encode(sha256(''), 'hex'), '';
  insert into capture (source_id, slot, url, fetched_at, http_status, content_type, sha256)
    select source_id, due_at, 'https://example.org/', due_at, 200, 'text/html', sha256 from slot, artifact order by due_at;
  insert into series (source_id, subject, metric, venue, terms, unit)
    values ('lambda', 'h100-sxm', 'rental', 'lambda', '{}', 'USD/GPU-hr'), ('vast', 'h100-sxm', 'rental', 'vast', '{}', 'USD/GPU-hr');
  insert into reading (capture_id, parser_version, verdict, reasons, quotes, headlines, skips, seen, repeats)
    values (1, 1, 'accepted', '{}', 1, 0, '{}', '{1}', null), (2, 1, 'accepted', '{}', 1, 0, '{}', null, 1),
      (3, 1, 'accepted', '{}', 1, 0, '{}', null, 1);`;

/** Runs 1 to 4 by their ids: of one price, of run 1, of run 2 and another price, of a cited figure alone. */
const answers = `
  insert into observation (series_id, observed_at, recorded_at, parser_version, value, capture_id, at)
    values (1, '2026-05-01', '2026-05-01', 1, 2.5, 1, '/1'), (2, '2026-05-01', '2026-05-01', 1, 1.9, 1, '/2');
  insert into run (receipt, model, version, subject, as_of, known_at, revision, question, output)
    select encode(sha256(convert_to(question, 'UTF8')), 'hex'), 'rental-index', 1, 'h100', '2026-05-01', '2026-05-02', 1, question::json, '{}'
    from generate_series(1, 4) number, lateral (select number::text as question) asked order by number;
  insert into run_input (run_id, ordinal, role, series_id, observed_at, recorded_at, parser_version)
    values (1, 0, 'price', 1, '2026-05-01', '2026-05-01', 1), (3, 1, 'price', 2, '2026-05-01', '2026-05-01', 1);
  insert into run_input (run_id, ordinal, role, upstream_id) values (2, 0, 'index', 1), (3, 0, 'index', 2);
  insert into run_input (run_id, ordinal, role, assumption) values (4, 0, 'capex', 'a/capex');`;

test('0004: what nobody has read waits to be read', async () => {
  const { rows, toThePresent } = await databaseAt('0003-statistics');
  await rows(documents);
  await toThePresent();
  expect(await rows('select capture_id from unread')).toEqual([{ capture_id: '4' }]);
});

test('0007: a retracted transition is corrected by a further revision, and what was sent stays', async () => {
  const { rows, toThePresent } = await databaseAt('0006-signals');
  await rows(documents);
  await rows(answers);
  await rows(`
    insert into alert_transition (rule_id, as_of, from_state, to_state, value, reference, strong, run_id, reference_run_id)
    values
      ('stands', '2026-05-01', 'pending', 'firing', 1.8, 1.9, true, 1, 4),
      ('retracted', '2026-05-01', 'pending', 'firing', 1.8, 1.9, true, 1, 4),
      ('retracted', '2026-05-02', 'firing', 'ok', 2.1, 1.9, false, 2, 4),
      ('replaced', '2026-05-01', 'firing', 'ok', 2.1, 1.9, false, 1, 4),
      ('replaced', '2026-05-01', 'pending', 'firing', 1.7, 1.9, false, 3, 4);
    insert into alert_retraction (transition_id) values (2), (3), (4);
    insert into delivery (id, transition_id, channel, attempts, next_attempt_at, delivered_at)
      values ('msg_1', 2, 'slack', 1, '2026-05-02', '2026-05-02');`);
  await toThePresent();

  expect(
    await rows(`
      select rule_id, as_of::date::text as day, from_state as was, to_state as is, kind, value, reference, unit, strong, since,
        event_key, revision, run_id, reference_run_id
      from alert_transition order by rule_id, as_of, revision`),
  ).toEqual(
    [
      ['replaced', '2026-05-01', 'firing', 'ok', 'transition', '2.1', false, 1, '1'],
      ['replaced', '2026-05-01', 'pending', 'firing', 'transition', '1.7', false, 2, '3'],
      ['retracted', '2026-05-01', 'pending', 'firing', 'transition', '1.8', true, 1, '1'],
      ['retracted', '2026-05-01', 'firing', 'ok', 'revised', '1.8', false, 2, '1'],
      ['retracted', '2026-05-02', 'firing', 'ok', 'transition', '2.1', false, 1, '2'],
      ['retracted', '2026-05-02', 'ok', 'firing', 'revised', '2.1', false, 2, '2'],
      ['stands', '2026-05-01', 'pending', 'firing', 'transition', '1.8', true, 1, '1'],
    ].map(([rule_id, day, was, is, kind, value, strong, revision, run_id]) => ({
      ...{ rule_id, day, was, is, kind, value, reference: '1.9', unit: 'USD/GPU-hr', strong, since: null },
      ...{ event_key: null, revision, run_id, reference_run_id: '4' },
    })),
  );
  expect(
    await rows('select transition_id, attempts, claimed_until from delivery where delivered_at is not null'),
  ).toEqual([{ transition_id: '2', attempts: 1, claimed_until: null }]);
  expect(await rows("select to_regclass('alert_retraction') as kept")).toEqual([{ kept: null }]);
});

test('0009: what repeats a document saw what that one saw', async () => {
  const { rows, toThePresent } = await databaseAt('0008-channels');
  await rows(documents);
  await rows(
    "insert into due (model, subject, as_of, known_at) values ('rental-index', 'h100', '2026-05-01', '2026-05-02')",
  );
  await toThePresent();
  expect(await rows('select capture_id, seen, repeats, seen_in from reading order by capture_id')).toEqual([
    { capture_id: '1', seen: [1], repeats: null, seen_in: null },
    { capture_id: '2', seen: null, repeats: '1', seen_in: '1' },
    { capture_id: '3', seen: null, repeats: '1', seen_in: '1' },
  ]);
  expect(await rows('select distinct origin from slot')).toEqual([{ origin: 'schedule' }]);
  expect(await rows('select quiet from due')).toEqual([{ quiet: false }]);
});

test('0010: the sources behind a run are known through all the runs it builds on', async () => {
  const { rows, toThePresent } = await databaseAt('0009-backfill');
  await rows(documents.replace('skips, seen, repeats)', 'skips, seen, seen_in)'));
  await rows(answers);
  await toThePresent();
  expect(await rows('select run_id, source_id from run_source order by run_id, source_id')).toEqual([
    { run_id: '1', source_id: 'lambda' },
    { run_id: '2', source_id: 'lambda' },
    { run_id: '3', source_id: 'lambda' },
    { run_id: '3', source_id: 'vast' },
  ]);
});

test('0011: readings and events are numbered, those that come after them higher', async () => {
  const { rows, toThePresent } = await databaseAt('0010-publication');
  await rows(documents.replace('skips, seen, repeats)', 'skips, seen, seen_in)'));
  const event = (key: string) =>
    rows(`insert into event (key, kind, source_id, subject, as_of, recorded_at, event)
      values (repeat('${key}', 64), 'price_changed', 'lambda', 'h100-sxm', '2026-05-01', '2026-05-01', '{}')`);
  await event('a');
  await event('b');
  await toThePresent();
  await event('c');
  expect(await rows('select left(key, 1) as key, id from event order by id')).toEqual([
    { key: 'a', id: '1' },
    { key: 'b', id: '2' },
    { key: 'c', id: '3' },
  ]);
  expect(await rows('select capture_id, id from reading order by id')).toHaveLength(3);
  expect(await rows('select count(distinct id)::int as ids from reading')).toEqual([{ ids: 3 }]);
});
