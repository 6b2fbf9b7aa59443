/** What dashboards read: every view has rows and explains itself, nothing restricted is in any, and the reader can read no more. */
import { publishRegistry } from '@bandgap/db';
import { publishedRegistry } from '@bandgap/views';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { replayedDatabase } from '../support/replayed.ts';
import { emptyPanels } from './grafana-panels.ts';

const views = [
  'alert',
  'backlog',
  'blended_price',
  'ceiling',
  'confirmed_price',
  'event',
  'floor',
  'headroom',
  'index',
  'lineage',
  'memory_price',
  'observation',
  'price',
  'price_history',
  'project',
  'rental_index',
  'rental_index_vintage',
  'run',
  'series',
  'source',
  'source_health',
];

async function connect(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  return <Row extends pg.QueryResultRow>(text: string) => client.query<Row>(text).then(({ rows }) => rows);
}

type Rows = Awaited<ReturnType<typeof connect>>;

/** Every source that a view with prices, answers or events names as its own, or that is behind a run. */
async function sourcesIn(rows: Rows): Promise<readonly string[]> {
  const named = await rows<{ source: string }>(`
    select source from pub.series union select source from pub.observation union select source from pub.price
    union select source from pub.price_history union select source from pub.memory_price union select source from pub.event
    union select source_id from run_source join pub.run using (run_id)
    union select source_id from series join pub.lineage on lineage.series_id = series.id
    union select source_id from run_source join run on run.id = run_id join pub.alert on run.receipt in (alert.receipt, reference_receipt)`);
  return named.map(({ source }) => source);
}

test('every view is explained, to the column', async () => {
  const rows = await connect(await freshDatabase());
  const columns = await rows<{ view: string; column: string; about: string | null; meaning: string | null }>(`
    select relname as view, attname as column, obj_description(class.oid) as about, col_description(class.oid, attnum) as meaning
    from pg_class class join pg_attribute on attrelid = class.oid and attnum > 0
    where relnamespace = 'pub'::regnamespace and relkind in ('r', 'v')`);
  expect([...new Set(columns.map(({ view }) => view))].sort()).toEqual(views);
  expect(columns.filter(({ about, meaning }) => !about || !meaning)).toEqual([]);
});

test('nothing is published before the sources are known', async () => {
  const rows = await connect(await freshDatabase());
  for (const view of views.filter((name) => name !== 'backlog'))
    expect(await rows(`select from pub.${view}`), view).toEqual([]);
});

test('after a replay', async () => {
  const { db, databaseUrl } = await replayedDatabase();
  const rows = await connect(databaseUrl);
  for (const view of views) expect(await rows(`select from pub.${view} limit 1`), view).toHaveLength(1);

  expect(
    await rows(
      "select index_usd_per_gpu_hour, owners from pub.headroom where as_of = '2026-06-14' and index_id = 'h100/on_demand/neocloud'",
    ),
  ).toEqual(Array(2).fill({ index_usd_per_gpu_hour: '2.23575', owners: 8 }));
  expect(await rows('select tenor from pub.headroom group by 1')).toEqual([{ tenor: 'on_demand' }]);

  expect(await rows("select from series where source_id = 'dramexchange'")).not.toEqual([]);
  expect(await sourcesIn(rows)).not.toContain('dramexchange');

  expect(await emptyPanels(rows)).toEqual([]);

  await rows('set role bandgap_reader');
  for (const view of views) await rows(`select from pub.${view} limit 1`);
  await expect(rows('select from observation')).rejects.toThrow('permission denied for table observation');
  await expect(rows('delete from pub.source')).rejects.toThrow('permission denied for table source');
  await rows('reset role');

  await publishRegistry(db, publishedRegistry(['dramexchange']));
  expect(await sourcesIn(rows)).toContain('dramexchange');
}, 120_000);

test('a run is restricted by whatever is behind it, however far', async () => {
  const databaseUrl = await freshDatabase();
  const rows = await connect(databaseUrl);
  await rows(`
    insert into slot (source_id, due_at) values ('secret', '2026-01-01');
    insert into artifact select encode(sha256(''), 'hex'), '';
    insert into capture (source_id, slot, url, fetched_at, http_status, content_type, sha256)
      select 'secret', '2026-01-01', '', '2026-01-01', 200, '', sha256 from artifact;
    insert into series (source_id, subject, metric, venue, terms, unit) values ('secret', 'h100', 'rental', '', '{}', 'USD/GPU-hr');
    insert into observation select series.id, '2026-01-01', '2026-01-01', 1, 2, capture.id, '' from series, capture;
    insert into run (receipt, model, version, subject, as_of, known_at, revision, question, output)
      select encode(sha256(convert_to(question, 'UTF8')), 'hex'), 'm', 1, question, '2026-01-01', '2026-01-01', 1, question::json, '{}'
      from (values ('1'), ('2'), ('3'), ('4')) asked (question);
    insert into run_input (run_id, ordinal, role, series_id, observed_at, recorded_at, parser_version)
      select run.id, 0, 'price', series.id, '2026-01-01', '2026-01-01', 1 from run, series where run.subject = '1';
    insert into run_input (run_id, ordinal, role, upstream_id)
      select run.id, 0, 'price', upstream.id from run, run upstream where run.subject = '2' and upstream.subject = '1';
    insert into run_input (run_id, ordinal, role, upstream_id)
      select run.id, 0, 'price', upstream.id from run, run upstream where run.subject = '3' and upstream.subject = '2'`);
  const publish = (publishable: boolean) =>
    rows(`insert into pub.source values ('secret', '', '', 'gpu_rental', '', 'restricted', null, ${publishable}, 1)
      on conflict (id) do update set publishable = excluded.publishable`);
  await publish(false);
  expect(await rows('select subject from pub.run')).toEqual([{ subject: '4' }]);
  await publish(true);
  expect(await rows('select subject from pub.run')).toHaveLength(4);
});
