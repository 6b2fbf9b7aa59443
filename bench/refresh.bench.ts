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
const [full, notModified, sameBytes] = kinds;
type Kind = (typeof kinds)[number];

/** Neither of the quiet ones always comes first, right after all has been written. */
const orders: readonly (readonly Kind[])[] = [kinds, [full, sameBytes, notModified]];

interface Cost {
  readonly milliseconds: number;
  readonly rows: number;
  readonly wal: number;
  readonly runs: number;
}

export async function refreshBench(): Promise<void> {
  const answers = await newestAnswers(await openRecordings(recordedFolder));
  const before = load();
  const rounds: Readonly<Record<Kind, Cost>>[] = [];
  for (let round = 0; round < ROUNDS; round++)
    await withBenchDatabase(async (databaseUrl) => {
      rounds.push(await oneRound({ databaseUrl, answers, order: orders[round % orders.length] ?? kinds }));
    });
  print(`\nA refresh of the recorded sources: median of ${ROUNDS} rounds, load ${before} to ${load()}`);
  for (const kind of kinds) {
    const costs = rounds.map((round) => round[kind]);
    const shares = rounds.map((round) => round[kind].milliseconds / round[full].milliseconds);
    const of = (pick: (cost: Cost) => number) => figure(quantile(costs.map(pick), 0.5));
    const percent = (share: number) => `${(100 * quantile(shares, share)).toFixed(1)} %`;
    print(
      `  ${kind.padEnd(26)} ${of(({ milliseconds }) => milliseconds).padStart(7)} ms  ${percent(0.5)} (${percent(0.1)}-${percent(0.9)})  ${of(({ rows }) => rows)} rows, ${of(({ runs }) => runs)} of them runs, ${of(({ wal }) => wal)} bytes of WAL`,
    );
  }
}

interface Round {
  readonly databaseUrl: string;
  readonly answers: Answers;
  readonly order: readonly Kind[];
}

async function oneRound({ databaseUrl, answers, order }: Round): Promise<Readonly<Record<Kind, Cost>>> {
  const recorded = sources.filter(({ id }) => answers.has(id));
  const fetched = [...answers.values()].flat().map(({ fetchedAt }) => fetchedAt);
  const server = { now: fetched.toSorted().at(-1) ?? '', kind: full as Kind };
  const clock = () => server.now;
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const system = await open({ databaseUrl, admin, recorded, transport: again(answers, () => server.kind), clock });
  const refresh = async (kind: Kind): Promise<Cost> => {
    server.now = addMinutes(server.now, 1);
    server.kind = kind;
    await admin.query('checkpoint');
    const earlier = await written(admin);
    const from = performance.now();
    await system.refresh(server.now);
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
    const costs: Partial<Record<Kind, Cost>> = {};
    for (const kind of order) costs[kind] = await refresh(kind);
    return costs as Record<Kind, Cost>;
  } finally {
    await system.close();
    await admin.end();
  }
}

type Answers = ReadonlyMap<string, readonly Body[]>;
type Body = Extract<Awaited<ReturnType<Transport>>[number], { readonly kind: 'body' }>;

/** The newest recording of every source, in memory: a server that answers from a disk would be timed with us. */
async function newestAnswers(recordings: Recordings): Promise<Answers> {
  const answers = new Map<string, readonly Body[]>();
  for (const source of sources) {
    const slot = recordings.slots([source.id]).at(-1);
    if (slot === undefined) continue;
    const documents = await recordings.transport({ source, dueAt: slot.dueAt, previous: async () => undefined });
    answers.set(
      source.id,
      documents.filter((document) => document.kind === 'body'),
    );
  }
  return answers;
}

/** Gives those answers as fetched now, or says that they were not modified. */
const again =
  (answers: Answers, kind: () => Kind): Transport =>
  ({ source, dueAt, previous }) =>
    Promise.all(
      (answers.get(source.id) ?? []).map(async (document) => {
        const earlier = await previous(document.url, dueAt);
        const answer = { ...document, fetchedAt: dueAt };
        return earlier !== undefined && kind() === notModified
          ? { ...answer, kind: 'not_modified' as const, previous: earlier }
          : answer;
      }),
    );

interface Parts {
  readonly databaseUrl: string;
  readonly admin: pg.Client;
  readonly recorded: readonly Source[];
  readonly transport: Transport;
  readonly clock: () => Instant;
}

async function open({ databaseUrl, admin, recorded, transport, clock }: Parts) {
  const db: Db = openDb({ databaseUrl, onError: () => undefined });
  const reader = openDocumentReader();
  const queues = await openQueues({ databaseUrl, onError: () => undefined });
  const log = { info: () => undefined, warn: () => undefined };
  const told = { channels: [], rules: [], publicUrl: 'http://bandgap.example' };
  const worker = await startWorker({ db, queues, sources: recorded, reader, clock, log, ...told });
  const ingest = startIngest({ db, queues, sources: recorded, transport, clock, onSlot: () => undefined });
  const settled = async () => {
    while ((await owed(admin, clock())) > 0) await sleep(20);
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

/** How much is still to be done, asked in one query: the questions of a sweep would be timed with the rest. */
async function owed(admin: pg.Client, now: Instant): Promise<number> {
  const { rows } = await admin.query<{ owed: string }>(
    `select (select count(*) from slot where outcome is null) + (select count(*) from unread)
      + (select count(*) from due where known_at <= $1) as owed`,
    [now],
  );
  return Number(rows[0]?.owed);
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
