/** A refresh in which nothing changed, against one in which everything is new: time, rows, models. */
import { setTimeout as sleep } from 'node:timers/promises';
import { addMinutes, type Instant } from '@bandgap/core';
import { type Db, openDb } from '@bandgap/db';
import { openRecordings, type Recordings, startIngest, type Transport } from '@bandgap/ingest';
import { openQueues } from '@bandgap/queue';
import { type Source, sources } from '@bandgap/sources';
import { openDocumentReader, startWorker } from '@bandgap/worker';
import pg from 'pg';
import { withBenchDatabase } from './bench-database.ts';
import { figure, load, print, quantile } from './contest.ts';
import { recordedFolder } from './recorded.ts';

const ROUNDS = 7;
const kinds = ['everything new', 'not modified', 'same bytes, no validator'] as const;
type Kind = (typeof kinds)[number];

interface Cost {
  readonly milliseconds: number;
  readonly rows: number;
  readonly wal: number;
  readonly runs: number;
}

export async function refreshBench(): Promise<void> {
  const recordings = await openRecordings(recordedFolder);
  const before = load();
  const rounds: Readonly<Record<Kind, Cost>>[] = [];
  for (let round = 0; round < ROUNDS; round++)
    await withBenchDatabase(async (databaseUrl) => void rounds.push(await oneRound(databaseUrl, recordings)));
  print(`\nA refresh of the recorded sources: median of ${ROUNDS} rounds, load ${before} to ${load()}`);
  for (const kind of kinds) {
    const costs = rounds.map((round) => round[kind]);
    const shares = rounds.map((round) => round[kind].milliseconds / round[kinds[0]].milliseconds);
    const of = (pick: (cost: Cost) => number) => figure(quantile(costs.map(pick), 0.5));
    const percent = (share: number) => `${(100 * quantile(shares, share)).toFixed(1)} %`;
    print(
      `  ${kind.padEnd(26)} ${of(({ milliseconds }) => milliseconds).padStart(7)} ms  ${percent(0.5)} (${percent(0.1)}-${percent(0.9)})  ${of(({ rows }) => rows)} rows, ${of(({ runs }) => runs)} of them runs, ${of(({ wal }) => wal)} bytes of WAL`,
    );
  }
}

async function oneRound(databaseUrl: string, recordings: Recordings): Promise<Readonly<Record<Kind, Cost>>> {
  const newest = newestSlots(recordings);
  const recorded = sources.filter(({ id }) => newest.has(id));
  const start = [...newest.values()].toSorted().at(-1) ?? '';
  const clock = { now: start };
  const system = await open({ databaseUrl, recorded, transport: again(recordings, newest), clock: () => clock.now });
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const refresh = async (minutes: number): Promise<Cost> => {
    clock.now = addMinutes(start, minutes);
    await admin.query('checkpoint');
    const earlier = await written(admin);
    const from = performance.now();
    await system.refresh(clock.now);
    const milliseconds = performance.now() - from;
    const later = await written(admin);
    return {
      milliseconds,
      rows: later.rows - earlier.rows,
      wal: later.wal - earlier.wal,
      runs: later.runs - earlier.runs,
    };
  };
  try {
    return { [kinds[0]]: await refresh(1), [kinds[1]]: await refresh(2), [kinds[2]]: await refresh(3) } as Record<
      Kind,
      Cost
    >;
  } finally {
    await admin.end();
    await system.close();
  }
}

const newestSlots = (recordings: Recordings): ReadonlyMap<string, Instant> =>
  new Map(recordings.slots(sources.map(({ id }) => id)).map(({ sourceId, dueAt }) => [sourceId, dueAt]));

/** The newest recording of every source, fetched now; every second time the server says that it was not modified. */
const again =
  (recordings: Recordings, newest: ReadonlyMap<string, Instant>): Transport =>
  async ({ source, dueAt, previous }) => {
    const documents = await recordings.transport({ source, dueAt: newest.get(source.id) ?? '', previous });
    return Promise.all(
      documents.map(async (document) => {
        if (document.kind === 'failed') return document;
        const earlier = await previous(document.url, dueAt);
        const answer = { ...document, fetchedAt: dueAt };
        const isValidated = new Date(dueAt).getUTCMinutes() % 2 === 0;
        return earlier !== undefined && isValidated
          ? { ...answer, kind: 'not_modified' as const, previous: earlier }
          : answer;
      }),
    );
  };

interface Parts {
  readonly databaseUrl: string;
  readonly recorded: readonly Source[];
  readonly transport: Transport;
  readonly clock: () => Instant;
}

async function open({ databaseUrl, recorded, transport, clock }: Parts) {
  const db: Db = openDb({ databaseUrl, onError: () => undefined });
  const reader = openDocumentReader();
  const queues = await openQueues({ databaseUrl, onError: () => undefined });
  const log = { info: () => undefined, warn: () => undefined };
  const told = { channels: [], rules: [], publicUrl: 'http://bandgap.example' };
  const worker = await startWorker({ db, queues, sources: recorded, reader, clock, log, ...told });
  const ingest = startIngest({ db, queues, sources: recorded, transport, clock, onSlot: () => undefined });
  const settled = async () => {
    for (;;) {
      const { slots, unread, evaluations } = await worker.owed();
      if (slots.length + unread.length + evaluations === 0) return;
      await sleep(20);
    }
  };
  await settled();
  return {
    async refresh(dueAt: Instant) {
      await ingest.announce(recorded.map(({ id: sourceId }) => ({ sourceId, dueAt })));
      await settled();
    },
    async close() {
      for (const part of [ingest, worker, queues, reader, db]) await part.close();
    },
  };
}

/** What is in the tables of Bandgap; the queue's own are left out. */
async function written(
  admin: pg.Client,
): Promise<{ readonly rows: number; readonly wal: number; readonly runs: number }> {
  const tables = ['slot', 'artifact', 'capture', 'reading', 'skip', 'series', 'observation', 'due', 'run', 'run_input'];
  const counts = tables.map((table) => `(select count(*) from ${table})`).join(' + ');
  const { rows } = await admin.query<{ rows: string; runs: string; wal: string }>(
    `select ${counts} as rows, (select count(*) from run) as runs, pg_current_wal_insert_lsn() - '0/0' as wal`,
  );
  const [row] = rows;
  return { rows: Number(row?.rows), runs: Number(row?.runs), wal: Number(row?.wal) };
}
