/** Memory from bytes to figures: what headlines say, what the proxy does to the floor, what is printed again and what is not. */
import { type Query, signals, storeSignals } from '@bandgap/db';
import type { Transport } from '@bandgap/ingest';
import { publishableRuns, verify } from '@bandgap/receipts';
import { grammarVersion } from '@bandgap/signals';
import { sourceById } from '@bandgap/sources';
import { memoryPartChart, memoryReaders } from '@bandgap/views';
import pg from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { openSystem } from '../support/system.ts';

interface Page {
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
}

/** What each source answers in the slot of an instant. */
const answering =
  (pages: Readonly<Record<string, readonly Page[]>>): Transport =>
  async ({ source, dueAt }) =>
    (pages[`${source.id} ${dueAt}`] ?? []).map(({ url, contentType, body }) => ({
      kind: 'body',
      url,
      contentType,
      fetchedAt: dueAt,
      httpStatus: 200,
      bytes: new TextEncoder().encode(body),
    }));

const sourcesOf = (...ids: readonly string[]) => ids.flatMap((id) => sourceById(id) ?? []);
const slotsOf = (pages: Readonly<Record<string, unknown>>) =>
  Object.keys(pages).map((key) => {
    const [sourceId = '', dueAt = ''] = key.split(' ');
    return { sourceId, dueAt };
  });

async function systemWith(pages: Readonly<Record<string, readonly Page[]>>, ids: readonly string[]) {
  const databaseUrl = await freshDatabase();
  const system = await openSystem({ databaseUrl, transport: answering(pages), sources: sourcesOf(...ids) });
  await system.run(slotsOf(pages));
  return { ...system, databaseUrl };
}

const feed = (items: string): Page => ({
  url: 'https://www.trendforce.com/feed/Semiconductors.html',
  contentType: 'text/xml',
  body: `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`,
});
const item = (number: number, title: string) =>
  `<item><title>${title}</title><link>https://www.trendforce.com/${number}</link><guid>${number}</guid><pubDate>Mon, 02 Feb 2026 14:00:00 +0800</pubDate></item>`;

const forecast = item(1, '1Q26 conventional DRAM contract prices raised to +90–95% QoQ; NAND Flash to +55–60% QoQ');
const other = item(2, 'SK hynix expands HBM4 capacity by 30%');

const said = async (query: Query) =>
  (await signals(query, { limit: 100 })).map(
    ({ product, period, low, high }) => `${period} ${product} ${low}..${high}`,
  );

/** The queue may still be at it when nothing else is owed. */
const untilSaid = (query: Query, count: number) =>
  expect.poll(() => said(query), { timeout: 10_000 }).toHaveLength(count);

test('a stored headline is read once by each grammar, and the newest one counts', async () => {
  const pages = {
    'trendforce-feed 2026-02-02T12:15:00.000Z': [feed(forecast + other)],
    'trendforce-feed 2026-02-02T18:15:00.000Z': [
      feed(forecast + other + item(3, 'Enterprise SSD prices to rise 53–58% QoQ in 1Q26')),
    ],
  };
  const { db, databaseUrl, worker } = await systemWith(pages, ['trendforce-feed']);
  await untilSaid(db.query, 3);
  expect(await said(db.query)).toEqual(
    expect.arrayContaining(['1Q26 dram_conventional 90..95', '1Q26 nand_total 55..60', '1Q26 essd 53..58']),
  );
  await worker.sweep();
  expect(await said(db.query)).toHaveLength(3);

  const statement = {
    low: 1,
    high: 2,
    bound: 'range',
    status: 'forecast',
    prior: null,
    span: { start: 0, end: 1 },
  } as const;
  const reading = {
    sourceId: 'trendforce-feed',
    key: '1',
    grammarVersion: grammarVersion + 1,
    signals: [{ ...statement, product: 'hbm', metric: 'contract_qoq_pct', period: '1Q26', ruleId: 'price-range' }],
  };
  await storeSignals(db.query, [reading]);
  await storeSignals(db.query, [reading]);
  expect((await said(db.query)).toSorted()).toEqual(['1Q26 essd 53..58', '1Q26 hbm 1..2']);

  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as kept from signal');
  expect(rows).toEqual([{ kept: 4 }]);
  await client.end();
}, 60_000);

const proxyPage = (prices: readonly (readonly [day: string, price: number])[]): Page => ({
  url: 'https://www.memorymarket.com/price/ews/100326',
  contentType: 'text/html',
  body: `<html><head><title>LPDDR5X 64Gb | MemoryMarket</title></head><body><script>const data = ${JSON.stringify(
    prices.flatMap(([date, value]) =>
      [['Avg', 0] as const, ['High', 5] as const, ['Low', -5] as const].map(([category, spread]) => ({
        date,
        value: value + spread,
        category,
      })),
    ),
  )};</script></body></html>`,
});

test('a price of the proxy moves the floor, says that it is one, and is for the operator alone', async () => {
  const weeks = [['2026-08-04', 100] as const, ['2026-08-11', 112] as const, ['2026-08-18', 114] as const];
  const pages = {
    'memorymarket 2026-08-12T13:20:00.000Z': [proxyPage(weeks.slice(0, 2))],
    'memorymarket 2026-08-19T13:20:00.000Z': [proxyPage(weeks)],
    'trendforce-feed 2026-08-19T14:15:00.000Z': [feed(item(1, 'LPDDR5X contract prices to rise 10–15% QoQ in 1Q26'))],
  };
  const { db } = await systemWith(pages, ['memorymarket', 'trendforce-feed']);
  await untilSaid(db.query, 1);
  const readers = memoryReaders(db);
  const [full, half] = await readers.memoryPassThrough();
  expect([full?.gbPerRack, half?.gbPerRack]).toEqual([55_296, 27_648]);
  const [proxy] = full?.atProxy ?? [];
  expect(proxy).toMatchObject({ source: 'memorymarket', part: 'package-lpddr5x-64gb', basis: 'spot_proxy' });
  expect(proxy?.points.map(({ asOf, costPerGb }) => [asOf.slice(0, 10), costPerGb])).toEqual([
    ['2026-08-04', 12.5],
    ['2026-08-11', 14],
    ['2026-08-18', 14.25],
  ]);
  const newest = proxy?.points.at(-1);
  expect(newest?.floorPricePerGpuHour).toBeCloseTo(5.18, 2);
  expect(newest?.publishable).toBe(false);
  expect(full?.atCost[0]?.floorPerDollarPerGb).toBeCloseTo(0.0616, 4);
  expect(half?.atCost[0]?.floorPerDollarPerGb).toBeCloseTo(0.0308, 4);
  expect(await verify(db.query, newest?.receipt ?? '')).toMatchObject({ holds: true });
  expect(
    (await memoryReaders(db, ['memorymarket']).memoryPassThrough())[0]?.atProxy[0]?.points.at(-1)?.publishable,
  ).toBe(true);

  const part = await readers.memoryPart('package-lpddr5x-64gb');
  expect(part?.lines).toMatchObject([{ basis: 'spot_proxy', publishable: false }]);
  expect(part?.events.map(({ kind, day, text }) => `${kind} ${day} ${text}`)).toEqual([
    'forecast 2026-02-02 TrendForce press centre, semiconductors: lpddr5x +10 to +15 % in 1Q26',
    'jump 2026-08-11 MemoryMarket weekly prices: +12.0 % since 2026-08-04',
  ]);
  expect(part && memoryPartChart(part)?.prices).toMatchObject([{ label: 'MemoryMarket weekly prices, spot, proxy' }]);
  expect(await readers.memoryBoard()).toMatchObject([
    {
      part: 'package-lpddr5x-64gb',
      value: 114,
      usdPerGb: 14.25,
      basis: 'spot_proxy',
      previousAsOf: '2026-08-11T00:00:00.000Z',
    },
  ]);
}, 60_000);

const contract = (average: number): Page => ({
  url: 'https://www.dramexchange.com/Home/HomePrice?Source=NationalDramContract',
  contentType: 'application/json',
  body: JSON.stringify(
    ['DDR4 8Gb 1Gx8', 'DDR4 8GB SO-DIMM', 'DDR5 8GB SO-DIMM'].map((show_name, index) => ({
      show_listid: index,
      show_day: '2026-07-31T10:30:00',
      show_name,
      show_hi: average + 5,
      show_lo: average - 5,
      show_avg: average,
      show_avg_change: 0,
    })),
  ),
});

test('a contract price that is printed again is seen again and not stored again', async () => {
  const pages = {
    'dramexchange-homeprice 2026-08-03T10:45:00.000Z': [contract(22.5)],
    'dramexchange-homeprice 2026-08-04T10:45:00.000Z': [{ ...contract(22.5), body: `${contract(22.5).body} ` }],
    'dramexchange-homeprice 2026-08-05T10:45:00.000Z': [contract(22.5)],
  };
  const { db, databaseUrl } = await systemWith(pages, ['dramexchange-homeprice']);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    'select count(*)::int as stored, count(distinct observed_at)::int as periods from observation',
  );
  expect(rows).toEqual([{ stored: 9, periods: 1 }]);
  await client.end();

  const board = await memoryReaders(db).memoryBoard();
  expect(board.map(({ part, basis, usdPerGb, change }) => [part, basis, usdPerGb, change])).toEqual([
    ['dram-ddr4-8gb', 'contract', 22.5, null],
    ['module-ddr5-sodimm-8gb', 'contract', 22.5 / 8, null],
    ['module-ddr4-sodimm-8gb', 'contract', 22.5 / 8, null],
  ]);
}, 60_000);

test('what may be published is told by all that a number was read from', async () => {
  const pages = { 'memorymarket 2026-08-12T13:20:00.000Z': [proxyPage([['2026-08-11', 112]])] };
  const { db } = await systemWith(pages, ['memorymarket']);
  const ids = (await db.query.selectFrom('run').select('id').where('model', 'like', 'memory-%').execute()).map(
    ({ id }) => id,
  );
  expect(ids.length).toBeGreaterThan(2);
  expect((await publishableRuns(db.query, ids)).size).toBe(0);
  expect((await publishableRuns(db.query, ids, ['dramexchange'])).size).toBe(0);
  expect(await publishableRuns(db.query, ids, ['memorymarket'])).toEqual(new Set(ids));
}, 60_000);
