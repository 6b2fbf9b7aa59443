/** An installation that was restored from a release goes on as the one it was taken from: with its decisions, holds, headlines and rules. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMinutes, type Day, fixingOf, type Instant, startOf } from '@bandgap/core';
import { type Db, storeRule } from '@bandgap/db';
import { exportRelease, restoreRelease } from '@bandgap/exports';
import { readFigures, verify } from '@bandgap/receipts';
import { type Source, sourceById } from '@bandgap/sources';
import { readQuarantine } from '@bandgap/views';
import { openDocumentReader, rejectSource, releaseDocument } from '@bandgap/worker';
import { expect, onTestFinished, test } from 'vitest';
import { ownRecordings } from '../support/bandgap.ts';
import { freshDatabase, openFreshDatabase } from '../support/database.ts';
import { type Dump, differences, dump } from '../support/dump.ts';
import { openSystem } from '../support/system.ts';

const sources: readonly Source[] = ['gpurentalprices', 'trendforce-feed', 'nvidia'].flatMap(
  (id) => sourceById(id) ?? [],
);

interface Offer {
  readonly provider: string;
  readonly gpu: string;
  readonly usd_hr: number;
}

/** The recorded list of a day with other prices. */
async function listOn(day: Day, priced: (offer: Offer) => number): Promise<string> {
  const list = JSON.parse(await readFile(join(ownRecordings, 'gpurentalprices/2026-06-14.json'), 'utf8'));
  const offers = list.offers.map((offer: Offer) => ({ ...offer, usd_hr: Number(priced(offer).toFixed(4)) }));
  return JSON.stringify({ ...list, date: day, generated_at: sixOn(day), offers });
}

const feedOn = (day: Day, titles: readonly string[]): string =>
  `<rss version="2.0"><channel><title>t</title>${titles
    .map(
      (title) =>
        `<item><title>${title}</title><link>https://example.org/${title.length}</link><guid>${title}</guid><pubDate>${new Date(sixOn(day)).toUTCString()}</pubDate><description>A text that belongs to those who wrote it.</description></item>`,
    )
    .join('')}</channel></rss>`;

const sixOn = (day: Day): Instant => addMinutes(startOf(day), 362);
const jumped = ({ provider, gpu, usd_hr: price }: Offer) =>
  provider === 'lambda' && gpu === 'h200' ? price * 1.6 : price;
const memory = ['4Q26 DRAM contract prices to rise 10–15% QoQ', 'Fabs are busy'];

const days: Readonly<Record<Day, Readonly<Record<string, string>>>> = {
  '2026-06-15': {
    gpurentalprices: await listOn('2026-06-15', ({ usd_hr: price }) => price),
    'trendforce-feed': feedOn('2026-06-15', memory),
    nvidia: feedOn('2026-06-15', ['A restricted headline']),
  },
  '2026-06-16': { gpurentalprices: await listOn('2026-06-16', jumped) },
  '2026-06-17': { gpurentalprices: await listOn('2026-06-17', (offer) => offer.usd_hr / 8) },
  '2026-06-18': {
    gpurentalprices: await listOn('2026-06-18', (offer) => offer.usd_hr / 8.1),
    'trendforce-feed': feedOn('2026-06-18', [...memory, 'Enterprise SSD prices to rise 5–8% QoQ in 4Q26']),
  },
};

/** An installation that lives through one day after the other. */
async function installation(databaseUrl: string) {
  let now: Instant = startOf('2026-06-15');
  const system = await openSystem({
    databaseUrl,
    sources,
    clock: () => now,
    transport: async ({ source, dueAt }) => {
      const body = days[dueAt.slice(0, 10)]?.[source.id] ?? '';
      const [url] = source.requests({ key: '' }).map((request) => request.url);
      const bytes = new TextEncoder().encode(body);
      return [{ kind: 'body', url: url ?? '', fetchedAt: dueAt, httpStatus: 200, contentType: 'text/xml', bytes }];
    },
  });
  const settle = async (until: Instant) => {
    now = until;
    await system.run([]);
  };
  return {
    db: system.db,
    settle,
    live: async (day: Day) => {
      now = sixOn(day);
      await system.run(Object.keys(days[day] ?? {}).map((sourceId) => ({ sourceId, dueAt: now })));
      await settle(fixingOf(day));
    },
  };
}

async function decide(db: Db): Promise<void> {
  const reader = openDocumentReader();
  onTestFinished(() => reader.close());
  const signed = { author: 'Ada', reason: 'the sellers confirmed it', decidedAt: '2026-06-18T01:00:00.000Z' };
  const { documents } = await readQuarantine(db.query);
  expect(documents).toMatchObject([{ source: 'gpurentalprices', state: 'waiting' }]);
  await releaseDocument({ db, reader, sources }, { id: documents[0]?.id ?? 0, ...signed });
  await rejectSource({ db, sources }, { sourceId: 'nvidia', from: '2026-06-01', to: '2026-06-02', ...signed });
  await rejectSource({ db, sources }, { sourceId: 'gpurentalprices', from: '2026-06-01', to: '2026-06-02', ...signed });
  const rule = {
    id: 'mine',
    title: 'Mine',
    subject: { kind: 'index', id: 'h100/on_demand/neocloud' },
    channels: ['slack'],
  };
  await storeRule(db.query, { id: 'mine', rule, author: 'Ada', at: signed.decidedAt });
  await storeRule(db.query, { id: 'mine', rule: null, author: 'Bob', at: '2026-06-18T02:00:00.000Z' });
}

/** What may be passed on. Documents of feeds are cut, so their bytes are others. */
async function publishable(databaseUrl: string): Promise<Dump> {
  const { artifact: _, ...tables } = await dump(databaseUrl);
  const shown = Object.entries(tables).map(
    ([table, rows]) => [table, rows.filter((row) => !row.includes('"source_id":"nvidia"'))] as const,
  );
  const cut = (row: string) => row.replace(/("source_id":"trendforce-feed".*"sha256":)"\w+"/, '$1');
  return {
    ...Object.fromEntries(shown),
    capture: tables.capture?.filter((row) => !row.includes('nvidia')).map(cut) ?? [],
  };
}

test('decisions, holds, headlines, signals and rules come back, and the next day is the same on both', async () => {
  const databaseUrl = await freshDatabase();
  const first = await installation(databaseUrl);
  for (const day of ['2026-06-15', '2026-06-16', '2026-06-17']) await first.live(day);
  await decide(first.db);
  await first.settle('2026-06-18T02:00:00.000Z');

  const directory = await mkdtemp(join(tmpdir(), 'bandgap-release-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const release = await exportRelease({ db: first.db, directory, licensed: [] });
  expect(release.leftOut.sources).toEqual([{ source: 'nvidia', series: 0, subjects: [], headlines: 1 }]);
  expect(await readFile(join(directory, 'datapackage.json'), 'utf8')).toContain(
    'NVIDIA terms of service: no automated access',
  );
  const target = await openFreshDatabase();
  await restoreRelease(target, directory);

  const written = await publishable(databaseUrl);
  for (const table of [
    'quarantine_decision',
    'source_rejection',
    'held',
    'skip',
    'headline',
    'signal',
    'signal_reading',
    'alert_rule',
    'alert_watch',
  ])
    expect(written[table]?.length, table).toBeGreaterThan(0);
  expect(differences(written, await publishable(target.databaseUrl))).toEqual([]);
  expect((await readQuarantine(target.query)).documents).toMatchObject([
    { state: 'released', decisions: [{ author: 'Ada' }] },
  ]);

  const second = await installation(target.databaseUrl);
  await first.live('2026-06-18');
  await second.live('2026-06-18');
  expect(differences(await publishable(databaseUrl), await publishable(target.databaseUrl))).toEqual([]);
  expect(await readQuarantine(second.db.query)).toMatchObject({ documents: [{ state: 'released' }], waiting: 0 });
  const figures = await readFigures(second.db.query);
  expect(figures).toEqual(await readFigures(first.db.query));
  expect(figures.length).toBeGreaterThan(3);
  for (const { id, receipt } of figures) expect((await verify(second.db.query, receipt)).holds, id).toBe(true);
}, 180_000);
