/** Every row of every table as text, by natural keys: numbers that a database gives out are left aside. */
import pg from 'pg';

/** What a table says, in an order of its own making. Clock readings of this process, such as when a message went out, are left aside. */
const dumps: Readonly<Record<string, string>> = {
  slot: 'select source_id, due_at, outcome, message from slot',
  artifact: 'select sha256, length(bytes) from artifact',
  capture: `
    select f.source_id, f.slot, f.url, f.fetched_at, f.http_status, f.content_type, f.sha256 from capture f`,
  reading: `
    select f.source_id, f.slot, f.url, parser_version, verdict, reasons, quotes, headlines, skips,
      (
        select jsonb_agg(to_jsonb(s) - 'id' order by (to_jsonb(s) - 'id')::text)
        from series s
        where s.id = any(coalesce(reading.seen, (
          select named.seen from reading named
          where named.capture_id = reading.seen_in and named.parser_version = reading.parser_version
        )))
      ) as seen,
      r.fetched_at as repeats
    from reading left join capture r on r.id = repeats join capture f on f.id = capture_id`,
  unread: 'select f.source_id, f.slot, f.url from unread join capture f on f.id = capture_id',
  held: `
    select f.source_id, f.slot, f.url, h.parser_version, s.subject, s.venue, s.terms, h.value, h.rule
    from held h join series s on s.id = series_id join capture f on f.id = h.capture_id`,
  quarantine_decision: `
    select f.source_id, f.slot, f.url, decision, author, reason, decided_at,
      (select jsonb_agg(to_jsonb(s) - 'id' order by (to_jsonb(s) - 'id')::text) from series s where s.id = any(q.seen)) as seen
    from quarantine_decision q join capture f on f.id = q.capture_id`,
  source_rejection: 'select * from source_rejection',
  skip: 'select f.source_id, f.slot, f.url, parser_version, code, text, rows from skip join capture f on f.id = capture_id',
  series: 'select source_id, subject, metric, venue, terms, unit from series',
  observation: `
    select s.source_id, subject, metric, venue, terms, unit, observed_at, recorded_at, parser_version, value, f.url, f.slot, at
    from observation join series s on s.id = series_id join capture f on f.id = capture_id`,
  headline: 'select source_id, key, title, url, published_at, recorded_at, at from headline',
  signal_reading: 'select * from signal_reading',
  signal: 'select * from signal',
  event: `select key, kind, source_id, subject, as_of, recorded_at, event::text from event where kind <> 'source_stale'`,
  event_retraction: 'select key from event_retraction',
  due: 'select * from due',
  run: 'select receipt, model, version, subject, as_of, known_at, revision, question::text, output::text from run',
  run_input: `
    select run.receipt, ordinal, role, subject_of.subject, i.observed_at, i.recorded_at, i.parser_version, assumption, up.receipt as upstream
    from run_input i join run on run.id = run_id
    left join series subject_of on subject_of.id = series_id left join run up on up.id = upstream_id`,
  alert_transition: `
    select rule_id, t.as_of, from_state, to_state, kind, value, reference, unit, strong, since, event_key, t.revision,
      run.receipt, reference.receipt as reference_receipt
    from alert_transition t left join run on run.id = run_id left join run reference on reference.id = reference_run_id`,
  run_source: 'select receipt, source_id from run_source join run on run.id = run_id',
  alert_rule: 'select id, version, rule::text as rule, author, at from alert_rule',
  alert_watch: 'select rule_id, definition from alert_watch',
  delivery:
    'select d.id, rule_id, as_of, to_state, channel from delivery d join alert_transition t on t.id = transition_id',
};

export type Dump = Readonly<Record<string, readonly string[]>>;

export async function dump(databaseUrl: string): Promise<Dump> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables: Record<string, readonly string[]> = {};
    for (const [table, select] of Object.entries(dumps)) {
      const { rows } = await client.query<{ line: string }>(
        `select to_json(t)::text as line from (${select}) t order by 1`,
      );
      tables[table] = rows.map(({ line }) => line);
    }
    return tables;
  } finally {
    await client.end();
  }
}

/** Rows that one database has and the other has not, by table. Empty where both say the same. */
export function differences(expected: Dump, found: Dump): readonly string[] {
  return Object.keys(dumps).flatMap((table) => [
    ...surplus(expected[table] ?? [], found[table] ?? []).map((row) => `${table} lacks ${row}`),
    ...surplus(found[table] ?? [], expected[table] ?? []).map((row) => `${table} has ${row}`),
  ]);
}

/** What `rows` have more often than `others`. */
function surplus(rows: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}
