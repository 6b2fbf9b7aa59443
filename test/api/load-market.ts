/** A market of any size, made in the database: documents of every source day by day, prices in those of three, indices from them. */
import { sources } from '@bandgap/sources';
import type pg from 'pg';

export interface Market {
  readonly days: number;
  /** Rents, for each of eight GPUs. */
  readonly sellers: number;
  readonly tokenModels: number;
}

/** Its first day. */
export const firstDay = '2025-01-01';

const gpus = ['h100-sxm', 'h200', 'b200', 'b300', 'a100-sxm-80', 'mi300x', 'gb200', 'gb300'];
const indices = ['h100', 'h200', 'b200', 'b300', 'a100-80', 'mi300x', 'gb200', 'gb300'];

/** Returns how many observations there are. `dramexchange` is a restricted source, the others are open. */
export async function loadMarket(client: pg.ClientBase, { days, sellers, tokenModels }: Market): Promise<number> {
  const names = sources.map(({ id }) => id);
  await client.query(
    `insert into slot (source_id, due_at, outcome)
     select source, day, 'fetched'
     from unnest($1::text[]) source, generate_series($2::date, $2::date + $3::int - 1, interval '1 day') day`,
    [names, firstDay, days],
  );
  await client.query(`
    insert into artifact (sha256, bytes)
    select encode(sha256(body), 'hex'), body
    from slot cross join lateral (select convert_to(source_id || due_at, 'UTF8') as body) made`);
  await client.query(`
    insert into capture (source_id, slot, url, fetched_at, http_status, content_type, sha256)
    select source_id, due_at, 'https://example.org/' || source_id, due_at + interval '6 hours', 200, 'application/json',
      encode(sha256(convert_to(source_id || due_at, 'UTF8')), 'hex')
    from slot order by due_at`);
  await client.query(
    `insert into series (source_id, subject, metric, venue, terms, unit)
     select 'gpurentalprices', gpu, 'rental', 'seller-' || seller,
       jsonb_build_object('kind', 'rental', 'surface', 'list', 'tenor', 'on_demand'), 'USD/GPU-hr'
     from unnest($1::text[]) gpu, generate_series(1, $2::int) seller`,
    [gpus, sellers],
  );
  await client.query(
    `insert into series (source_id, subject, metric, venue, terms, unit)
     select 'litellm', 'lab/model-' || model, metric, 'lab',
       jsonb_build_object('kind', 'token', 'tier', 'standard', 'contextFrom', 0), 'USD/MTok'
     from generate_series(1, $1::int) model, unnest('{input,output,cache_read}'::text[]) metric`,
    [tokenModels],
  );
  await client.query(`
    insert into series (source_id, subject, metric, venue, terms, unit)
    select 'dramexchange', 'dram-' || part, 'average', 'dramexchange', '{"kind": "memory", "basis": "spot"}', 'USD/chip'
    from generate_series(1, 20) part`);
  await client.query(`
    insert into reading (capture_id, parser_version, verdict, reasons, quotes, headlines, skips, seen)
    select capture.id, 1, 'accepted', '{}', 1, 0, '{"ambiguous": 1}',
      (select coalesce(array_agg(series.id), '{}') from series where series.source_id = capture.source_id)
    from capture`);
  await client.query(`
    insert into skip (capture_id, parser_version, code, text, rows) select id, 1, 'ambiguous', '=HYPERLINK("x")', 1 from capture`);
  const { rowCount } = await client.query(`
    insert into observation (series_id, observed_at, recorded_at, parser_version, value, capture_id, at)
    select series.id, fetched_at, fetched_at, 1,
      round((2 + sin(series.id + extract(epoch from fetched_at) / 1e6))::numeric, 4), capture.id, '/' || series.id
    from capture join series on series.source_id = capture.source_id
    order by capture.id, series.id`);
  await loadIndices(client);
  await client.query('analyze');
  return rowCount ?? 0;
}

/** For every index and day a fixing and an indication, each from the prices of 25 sellers. */
async function loadIndices(client: pg.ClientBase): Promise<void> {
  await client.query(
    `create temporary table made on commit preserve rows as
     select index, as_of, known_at,
       jsonb_agg(jsonb_build_object(
         'kind', 'observation', 'role', 'price', 'value', value,
         'observedAt', to_char(observed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'recordedAt', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'seenAt', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'series', jsonb_build_object('source', source_id, 'subject', subject, 'metric', metric, 'venue', venue,
           'terms', terms, 'unit', unit)
       ) order by series_id) as inputs,
       array_agg(series_id order by series_id) as series_ids, min(observed_at) as observed_at,
       round(avg(value), 4) as level, count(*) as owners
     from unnest($1::text[], $2::text[]) as defined (gpu, index)
     join series on series.subject = gpu and series.source_id = 'gpurentalprices' and venue ~ '^seller-([0-9]|1[0-9]|2[0-5])$'
     join observation on series_id = series.id
     cross join lateral (
       select date_trunc('day', observed_at, 'UTC') as as_of,
         unnest(array[observed_at, date_trunc('day', observed_at, 'UTC') + interval '24 hours 30 minutes']) as known_at
     ) dated
     group by index, as_of, known_at`,
    [gpus, indices.map((gpu) => `${gpu}/on_demand/neocloud`)],
  );
  await client.query(`
    insert into run (receipt, model, version, subject, as_of, known_at, revision, question, output)
    select encode(sha256(convert_to(question, 'UTF8')), 'hex'), 'rental-index', 1, index, as_of, known_at, 1, question::json,
      json_build_object(
        'pricePerGpuHour', level, 'low', level - 0.1, 'high', level + 0.1, 'n', owners, 'confidence', 'ok',
        'excluded', '[]'::json,
        'constituents', (
          select json_agg(json_build_object(
            'owner', input #>> '{series,venue}', 'provider', input #>> '{series,venue}', 'source', input #>> '{series,source}',
            'sourceClass', 'aggregator', 'price', input -> 'value', 'weight', 1,
            'observedAt', input -> 'observedAt', 'seenAt', input -> 'seenAt'))
          from jsonb_array_elements(inputs) input
        ))
    from made
    cross join lateral (
      select jsonb_build_object('model', 'rental-index', 'version', 1, 'subject', index, 'asOf', as_of, 'knownAt', known_at,
        'inputs', inputs)::text as question
    ) asked
    order by known_at, index`);
  await client.query(`
    insert into run_input (run_id, ordinal, role, series_id, observed_at, recorded_at, parser_version)
    select run.id, ordinal - 1, 'price', series_id, made.observed_at, made.observed_at, 1
    from made
    join run on run.subject = made.index and run.as_of = made.as_of and run.known_at = made.known_at
    cross join lateral unnest(series_ids) with ordinality as listed (series_id, ordinal)
    order by run.id, ordinal`);
  await client.query(`
    insert into run_input (run_id, ordinal, role, upstream_id)
    select run.id, 1000, 'previous', previous.id
    from run join run previous on previous.subject = run.subject and previous.as_of = run.as_of - interval '1 day'
      and previous.known_at = previous.as_of + interval '24 hours 30 minutes'`);
  await client.query('drop table made');
}
