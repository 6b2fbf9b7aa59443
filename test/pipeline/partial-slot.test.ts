/** A source of several documents is read as far as they come. */
import { latestRun, sourceHealth } from '@bandgap/db';
import { type Transport, Unreachable } from '@bandgap/ingest';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { openSystem } from '../support/system.ts';
import { fourth } from './registry.fixture.mjs';

const registry = new URL('./registry.fixture.mjs', import.meta.url).href;
const dueAt = '2026-06-01T06:00:00.000Z';

const document = {
  kind: 'body',
  url: 'https://example.org/prices/1',
  fetchedAt: dueAt,
  httpStatus: 200,
  contentType: 'text/plain',
  bytes: new TextEncoder().encode('2.5'),
} as const;

const gone = { kind: 'failed', failure: new Unreachable('/prices/2 answered 404', { final: true }) } as const;
const busy = { kind: 'failed', failure: new Unreachable('/prices/2 answered 503', { final: false }) } as const;

async function serve(transport: Transport) {
  const system = await openSystem({ databaseUrl: await freshDatabase(), transport, sources: [fourth], registry });
  await system.run([{ sourceId: 'fourth', dueAt }]);
  const [health] = await sourceHealth(system.db.query, ['fourth']);
  const run = await latestRun(system.db.query, { model: 'rental-index', subject: 'h100/on_demand/neocloud' });
  return { health, run };
}

test('one document that is gone does not lose the others, and is named', async () => {
  const { health, run } = await serve(async () => [document, gone]);
  expect(health).toMatchObject({
    lastOutcome: 'fetched',
    lastMessage: '1 of 2 documents did not come: /prices/2 answered 404',
    quotes: 1,
  });
  expect(run?.output).toMatchObject({ excluded: [{ provider: 'example', price: 2.5 }] });
});

test('one that may still come is asked for again before the slot is closed', async () => {
  let asked = 0;
  const { health } = await serve(async () => {
    asked += 1;
    return asked === 1 ? [document, busy] : [document, { ...document, url: 'https://example.org/prices/2' }];
  });
  expect(health).toMatchObject({ lastOutcome: 'fetched', lastMessage: null });
  expect(asked).toBe(2);
});

test('nothing at all is unreachable', async () => {
  const { health } = await serve(async () => [gone, gone]);
  expect(health).toMatchObject({ lastOutcome: 'unreachable', lastMessage: '/prices/2 answered 404' });
});
