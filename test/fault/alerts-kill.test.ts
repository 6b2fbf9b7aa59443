/** A hundred crossings, told while the workers that judge and send them are killed two hundred times. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WrittenRule } from '@bandgap/catalog';
import { addDays, startOf } from '@bandgap/core';
import { openDb, openSlots, owedCount, type Query, transitionsOf, unreadSources } from '@bandgap/db';
import { startIngest, type Transport } from '@bandgap/ingest';
import { openQueues } from '@bandgap/queue';
import { sources } from '@bandgap/sources';
import { expect, onTestFinished, test } from 'vitest';
import { ownRecordings, type Running, startBandgap } from '../support/bandgap.ts';
import { freshDatabase } from '../support/database.ts';
import { startReceiver } from '../support/receiver.ts';

const kills = 200;
const lanes = 3;
/** One in four is killed while it starts, the others soon after they have done something, or when there was nothing to do. */
const latestKillMs = 500;
const idleMs = 3_000;
const patienceMs = 150_000;

interface Template {
  readonly offers: readonly { readonly gpu: string; readonly usd_hr: number }[];
}
const template: Template = JSON.parse(readFileSync(`${ownRecordings}/gpurentalprices/2026-06-01.json`, 'utf8'));

const gpus = { h100: 'h100-sxm', h200: 'h200', b200: 'b200', 'a100-80': 'a100-sxm-80', mi300x: 'mi300x' };
/** Two days below the threshold and one above, ten times: each rule fires ten times and clears ten times. */
const days = ['above', ...Array.from({ length: 10 }, () => ['below', 'below', 'above'] as const).flat()];
const crossings = Object.keys(gpus).length * 20;

const slots = days.map((_, number) => ({
  sourceId: 'gpurentalprices',
  dueAt: startOf(addDays('2026-06-01', number)).replace('T00:00', 'T06:02'),
}));

const transport: Transport = async ({ dueAt }) => {
  const factor = days[slots.findIndex((slot) => slot.dueAt === dueAt)] === 'below' ? 0.88 : 1.12;
  const offers = template.offers.map((offer) => ({ ...offer, usd_hr: Number((offer.usd_hr * factor).toFixed(4)) }));
  const document = { ...template, date: dueAt.slice(0, 10), generated_at: dueAt, offers };
  const url = 'https://raw.githubusercontent.com/adriannutiu/gpu-rental-prices/main/latest.json';
  const answer = { url, fetchedAt: dueAt, httpStatus: 200, contentType: 'application/json' };
  return [{ kind: 'body', ...answer, bytes: new TextEncoder().encode(JSON.stringify(document)) }];
};

const rules: readonly WrittenRule[] = Object.entries(gpus).map(([index, gpu]) => {
  const prices = template.offers.filter((offer) => offer.gpu === gpu).map(({ usd_hr }) => usd_hr);
  const median = prices.sort((a, b) => a - b)[Math.floor(prices.length / 2)] ?? 0;
  return {
    id: `${index}-oscillates`,
    title: `${index} oscillates`,
    subject: { kind: 'index', id: `${index}/on_demand/neocloud` },
    condition: {
      kind: 'crosses',
      direction: 'below',
      reference: { kind: 'constant', value: median, unit: 'USD/GPU-hr' },
    },
  };
});

function rulesFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'bandgap-rules-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = join(directory, 'rules.json');
  writeFileSync(file, JSON.stringify(rules));
  return file;
}

async function startFeed(databaseUrl: string) {
  const onError = () => undefined;
  const db = openDb({ databaseUrl, onError });
  const queues = await openQueues({ databaseUrl, redisUrl: undefined, onError });
  const deps = { db, queues, sources, transport, clock: () => new Date().toISOString(), onSlot: () => undefined };
  const ingest = startIngest(deps);
  onTestFinished(async () => {
    await ingest.close();
    await queues.close();
    await db.close();
  });
  return { ingest, query: db.query };
}

/** Answers stored and messages delivered so far. */
async function workDone(query: Query): Promise<number> {
  const answers = await query
    .selectFrom('run')
    .select(({ fn }) => fn.countAll<number>().as('stored'))
    .executeTakeFirstOrThrow();
  const messages = await query
    .selectFrom('delivery')
    .select(({ fn }) => fn.count<number>('delivered_at').as('delivered'))
    .executeTakeFirstOrThrow();
  return answers.stored + messages.delivered;
}

async function momentToKill(worker: Running, query: Query, isAtStart: boolean): Promise<'kill'> {
  if (!isAtStart) {
    await worker.line(/worker is running/);
    const before = await workDone(query);
    const idleSince = Date.now();
    while ((await workDone(query)) === before && Date.now() - idleSince < idleMs) await sleep(50);
  }
  await sleep(Math.random() * latestKillMs);
  return 'kill';
}

interface Killing {
  readonly query: Query;
  readonly environment: Readonly<Record<string, string>>;
  onKill(count: number): Promise<void>;
}

/** Starts worker after worker and kills each at a random moment, until all were killed that are to be. */
async function killWorkers({ query, environment, onKill }: Killing): Promise<number> {
  let begun = 0;
  let killed = 0;
  const lane = async () => {
    while (begun < kills) {
      begun += 1;
      const worker = startBandgap(['worker'], environment);
      const outcome = await Promise.race([worker.ended, momentToKill(worker, query, begun % 4 === 0)]);
      if (outcome !== 'kill') throw new Error(`a worker ended by itself: ${outcome.stderr}`);
      worker.killGroup();
      await worker.ended;
      killed += 1;
      await onKill(killed);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return killed;
}

const deliveries = (query: Query) => query.selectFrom('delivery').select(['id', 'delivered_at']).execute();

async function isSettled(query: Query): Promise<boolean> {
  const now = new Date().toISOString();
  const [open, unread, owed] = [await openSlots(query, now), await unreadSources(query), await owedCount(query, now)];
  const waiting = (await deliveries(query)).filter(({ delivered_at }) => delivered_at === null);
  return open.length + unread.length + owed + waiting.length === 0;
}

test(`${crossings} crossings and ${kills} kills: each crossing arrives, none is invented`, async () => {
  const DATABASE_URL = await freshDatabase();
  const { received, environment } = await startReceiver();
  const worker = { ...environment, DATABASE_URL, BANDGAP_RULES: rulesFile() };
  const { ingest, query } = await startFeed(DATABASE_URL);
  let announced = 0;
  const onKill = async (count: number) => {
    const until = Math.ceil((count / (kills * 0.8)) * slots.length);
    await ingest.announce(slots.slice(announced, until));
    announced = Math.max(announced, Math.min(until, slots.length));
  };
  const killed = await killWorkers({ query, environment: worker, onKill });
  expect(killed).toBe(kills);
  const whileKilling = new Set(received.map(({ id }) => id)).size;

  startBandgap(['worker'], worker);
  const giveUpAt = Date.now() + patienceMs;
  while (!(await isSettled(query)) && Date.now() < giveUpAt) await sleep(500);

  for (const { id } of rules) {
    const told = await transitionsOf(query, id);
    expect(told.map(({ to }) => to)).toEqual(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? 'firing' : 'ok')));
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['transition']));
  }
  const all = await deliveries(query);
  expect(all.filter(({ delivered_at }) => delivered_at === null)).toEqual([]);
  const owed = new Set(all.map(({ id }) => id));
  const seen = new Set(received.map(({ id }) => id));
  expect(owed.size).toBe(crossings);
  expect(seen).toEqual(owed);
  expect(whileKilling).toBeGreaterThan(0);
  process.stdout.write(
    `${killed} workers killed; ${whileKilling} of ${crossings} messages arrived meanwhile, ${received.length - seen.size} twice\n`,
  );
}, 900_000);
