/** Sources that lie, hang and explode harm only themselves; and a source is added by one folder and one line. */
import { addMinutes } from '@bandgap/core';
import { latestRun, sourceHealth } from '@bandgap/db';
import { network } from '@bandgap/ingest';
import { createOutbound } from '@bandgap/outbound';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { startHostileServer } from '../support/hostile-server.ts';
import { openSystem } from '../support/system.ts';
import { fourth, hostile } from './registry.fixture.mjs';

const registry = new URL('./registry.fixture.mjs', import.meta.url).href;

const level = (output: object = {}) => new Map(Object.entries(output)).get('pricePerGpuHour');

test('hostile sources are named, harm nobody else and put nothing into an index', async () => {
  let now = '2026-06-01T06:00:00.000Z';
  const server = await startHostileServer();
  const outbound = createOutbound({
    userAgent: 'test',
    allowPrivate: ['127.0.0.1'],
    perHostIntervalMs: 0,
    deadlineMs: 1500,
  });
  onTestFinished(() => outbound.close());
  const sources = hostile.map((source) => ({ ...source, requests: () => [{ url: `${server.origin}/${source.id}` }] }));
  const system = await openSystem({
    databaseUrl: await freshDatabase(),
    transport: network({ outbound, clock: () => now, secret: () => undefined }),
    sources,
    registry,
    clock: () => now,
  });
  const fetchAll = () => system.run(sources.map(({ id }) => ({ sourceId: id, dueAt: now })));
  const index = () => latestRun(system.db.query, { model: 'rental-index', subject: 'h100/on_demand/neocloud' });

  await fetchAll();
  const before = await index();
  expect(before?.output).toMatchObject({ n: 8, confidence: 'ok' });

  server.turnHostile();
  now = addMinutes(now, 60);
  await fetchAll();
  now = addMinutes(now, 24 * 60);
  await system.run([]);
  const after = await index();
  expect(after?.asOf).toBe('2026-06-01T00:00:00.000Z');
  expect(after?.output).toMatchObject({
    pricePerGpuHour: level(before?.output),
    n: 8,
  });

  const health = new Map(
    (
      await sourceHealth(
        system.db.query,
        sources.map(({ id }) => id),
      )
    ).map((each) => [each.sourceId, each]),
  );
  const remark = (id: string) => {
    const { lastOutcome, lastMessage, verdict, reasons } = health.get(id) ?? {};
    return `${lastOutcome}, ${verdict}: ${lastMessage ?? ''}${reasons?.join('; ') ?? ''}`;
  };
  expect(remark('hangs')).toMatch(/^unreachable.*: .*within 1500 ms/);
  expect(remark('half')).toMatch(/^unreachable/);
  expect(remark('html')).toMatch(/^fetched, unreadable: .*expected JSON, was HTML/);
  expect(remark('encoding')).toMatch(/^fetched, unreadable: .*not JSON/);
  expect(remark('bomb')).toMatch(/^unreachable.*: .*32/);
  expect(remark('private')).toMatch(/^unreachable.*: .*10\.11\.12\.13/);
  expect(remark('times1000')).toMatch(/^fetched, quarantined: /);
  expect(remark('shrunk')).toMatch(/^fetched, quarantined: .*fewer than 50 %/);
  expect(remark('nested')).toMatch(/^fetched, unreadable: .*512/);
  expect(remark('renamed')).toMatch(/^fetched, unreadable: .*Mean of Session/);
}, 60_000);

test('a fourth source is read without a change anywhere else', async () => {
  const dueAt = '2026-06-01T06:00:00.000Z';
  const system = await openSystem({
    databaseUrl: await freshDatabase(),
    transport: async () => [
      {
        kind: 'body',
        url: 'https://example.org/prices',
        fetchedAt: dueAt,
        httpStatus: 200,
        contentType: 'text/plain',
        bytes: new TextEncoder().encode('2.5'),
      },
    ],
    sources: [fourth],
    registry,
  });
  await system.run([{ sourceId: 'fourth', dueAt }]);
  const run = await latestRun(system.db.query, { model: 'rental-index', subject: 'h100/on_demand/neocloud' });
  expect(run?.output).toMatchObject({
    pricePerGpuHour: null,
    excluded: [{ provider: 'example', price: 2.5, reason: 'unknown_provider' }],
  });
});
