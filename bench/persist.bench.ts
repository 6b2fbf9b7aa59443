/** Storing prices, against psql copying the same rows into the same table; and storing them again, when nothing is new. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant, Quote } from '@bandgap/core';
import { announceSlots, type Db, openDb, type StoredCapture, storeCapture, storeReading } from '@bandgap/db';
import pg from 'pg';
import { againstReference, type Timing } from './against-reference.ts';
import { withBenchDatabase } from './bench-database.ts';
import { print } from './contest.ts';

const SERIES = 1_000;
const INSTANTS_PER_DOCUMENT = 50;
const DOCUMENTS = 2;
const ROWS = SERIES * INSTANTS_PER_DOCUMENT * DOCUMENTS;
const start = Date.parse('2026-01-01T00:00:00.000Z');
const hour = (number: number): Instant => new Date(start + number * 3_600_000).toISOString();

export async function persistBench(folder: string): Promise<void> {
  if (spawnSync('psql', ['--version']).status !== 0) return print('storing is not compared: there is no psql');
  await withBenchDatabase(async (databaseUrl) => {
    const db = openDb({ databaseUrl, onError: (error) => print(error.message) });
    const admin = new pg.Client({ connectionString: databaseUrl });
    await admin.connect();
    try {
      await compare({ db, admin, databaseUrl, folder });
    } finally {
      await admin.end();
      await db.close();
    }
  });
}

interface Persisting {
  readonly db: Db;
  readonly admin: pg.Client;
  readonly databaseUrl: string;
  readonly folder: string;
}

async function compare({ db, admin, databaseUrl, folder }: Persisting): Promise<void> {
  const documents = Array.from({ length: DOCUMENTS }, (_, index) => documentOf(index));
  const captures = await fetched(db, 'bench', 0);
  const replays = await fetched(db, 'bench', DOCUMENTS);
  const store = async (into: readonly StoredCapture[]) => {
    for (const [index, capture] of into.entries()) {
      const reading = {
        capture,
        parserVersion: 1,
        verdict: 'accepted',
        reasons: [],
        headlines: [],
        skips: [],
        held: [],
      } as const;
      await db.transaction((tx) => storeReading(tx, { ...reading, quotes: documents[index] ?? [] }));
    }
  };
  await store(captures);
  const expected = await checksum(admin);
  const file = join(folder, 'observations.txt');
  const { rows } = await admin.query<{ line: string }>(
    `select concat_ws(E'\\t', series_id, observed_at, recorded_at, parser_version, value, capture_id, at) as line from observation order by capture_id, series_id, observed_at`,
  );
  writeFileSync(file, rows.map(({ line }) => `${line}\n`).join(''));

  let walBytes = 0;
  const emptied = async () => {
    await admin.query('truncate observation cascade');
    await admin.query(`delete from reading`);
    await admin.query('checkpoint');
  };
  const measured = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await work();
    return ((performance.now() - from) * 1e6) / ROWS;
  };
  const fresh: Timing = {
    name: 'bandgap, all rows new',
    time: async () => {
      await emptied();
      const took = await measured(() => store(captures));
      if ((await checksum(admin)) !== expected) throw new Error('bandgap stored other rows than before');
      return took;
    },
  };
  const copy: Timing = {
    name: 'psql COPY into the same table',
    time: async () => {
      await emptied();
      const took = await measured(async () => {
        const { status, stderr } = spawnSync('psql', [
          databaseUrl,
          '--no-psqlrc',
          '-qc',
          `\\copy observation from '${file}'`,
        ]);
        if (status !== 0) throw new Error(`psql: ${stderr}`);
      });
      if ((await checksum(admin)) !== expected) throw new Error('COPY stored other rows than bandgap');
      return took;
    },
  };
  const replay: Timing = {
    name: 'bandgap, no row new',
    time: async () => {
      await admin.query('delete from reading where capture_id = any($1)', [replays.map(({ id }) => id)]);
      await admin.query('checkpoint');
      // Whoever came before has left the table full.
      const before = await walAt(admin);
      const took = await measured(() => store(replays));
      walBytes = Number((await walAt(admin)) - before) / ROWS;
      if ((await checksum(admin)) !== expected) throw new Error('a replay changed rows');
      return took;
    },
  };
  await againstReference(`Storing ${ROWS} rows of ${SERIES} series`, 'row', [copy, fresh, replay]);
  print(`  a replay writes ${walBytes.toPrecision(2)} bytes of WAL a row`);
}

/** A document with a stretch of the history of every series. */
const documentOf = (index: number): readonly Quote[] =>
  Array.from({ length: SERIES * INSTANTS_PER_DOCUMENT }, (_, row): Quote => {
    const series = row % SERIES;
    const instant = index * INSTANTS_PER_DOCUMENT + Math.floor(row / SERIES);
    return {
      kind: 'quote',
      series: {
        subject: `model-${series}`,
        metric: 'input',
        venue: 'bench',
        terms: { kind: 'token', tier: 'standard', contextFrom: 0 },
        unit: 'USD/MTok',
      },
      value: ((series * 7919 + instant * 104_729) % 100_000) / 1000 + 0.001,
      observedAt: hour(instant),
      at: `/model-${series}/${instant}`,
    };
  });

/** Captures to store readings of; what they hold is of no matter here. */
async function fetched(db: Db, sourceId: string, from: number): Promise<readonly StoredCapture[]> {
  const slots = Array.from({ length: DOCUMENTS }, (_, index) => hour(100_000 + from + index));
  for (const dueAt of slots) {
    await announceSlots(db.query, [{ sourceId, dueAt }]);
    const bytes = new TextEncoder().encode(dueAt);
    const response = { httpStatus: 200, contentType: 'text/plain', url: 'https://example.org/', bytes };
    await storeCapture(db.query, { ...response, sourceId, slot: dueAt, fetchedAt: dueAt });
  }
  return db.query
    .selectFrom('capture')
    .select(['id', 'source_id as sourceId', 'url', 'fetched_at as fetchedAt', 'sha256'])
    .where('source_id', '=', sourceId)
    .where('slot', 'in', slots)
    .orderBy('slot')
    .execute();
}

async function checksum(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ sum: string }>(
    `select md5(string_agg(t::text, '' order by series_id, observed_at)) as sum from (select series_id, observed_at, value, at from observation) t`,
  );
  return rows[0]?.sum ?? '';
}

async function walAt(admin: pg.Client): Promise<bigint> {
  const { rows } = await admin.query<{ at: string }>("select pg_current_wal_insert_lsn() - '0/0' as at");
  return BigInt(rows[0]?.at.split('.')[0] ?? 0);
}
