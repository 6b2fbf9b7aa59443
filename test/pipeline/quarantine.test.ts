/** What is not believed is kept, named and can be released; decisions are known from when they were made, never earlier. */
import { readFileSync } from 'node:fs';
import { addDays, addMinutes, type Day, fixingOf, type Instant, startOf } from '@bandgap/core';
import { fixings, latestRun, runHistory, skippedRows } from '@bandgap/db';
import { type Source, sourceById } from '@bandgap/sources';
import { readQuarantine, readQuarantined } from '@bandgap/views';
import { openDocumentReader, rejectDocument, rejectSource, releaseDocument } from '@bandgap/worker';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { haveSharedRecordings, sharedRecordings } from '../support/recordings.ts';
import { openSystem } from '../support/system.ts';
import { handWritten } from './quarantine-registry.fixture.mjs';

const registry = new URL('./quarantine-registry.fixture.mjs', import.meta.url).href;
const index = { model: 'rental-index', subject: 'h100/on_demand/neocloud' };
const signed = { author: 'Ada', reason: 'the sellers confirmed it' };

const rents = { lambda: 2.99, nebius: 3.1, runpod: 2.69, crusoe: 3.9, vultr: 3.3, voltagepark: 1.99 };
const listOf = (prices: Readonly<Record<string, number>>) =>
  Object.entries(prices)
    .map(([venue, usd]) => `${venue},${usd}`)
    .join('\n');
const eighth = Object.fromEntries(Object.entries(rents).map(([venue, usd]) => [venue, usd / 8]));

interface Doc {
  readonly day: Day;
  readonly body: string | Uint8Array;
}

/** Runs one source over days at six in the morning, and then until the fixing of the last. */
async function systemOf(source: Source, url: string, docs: readonly Doc[]) {
  let now: Instant = startOf(docs[0]?.day ?? '2026-06-01');
  const bodies = new Map<Instant, Doc['body']>(docs.map(({ day, body }) => [sixOn(day), body]));
  const databaseUrl = await freshDatabase();
  const open = (sources: readonly Source[]) =>
    openSystem({
      databaseUrl,
      sources,
      registry,
      clock: () => now,
      transport: async ({ dueAt }) => {
        const body = bodies.get(dueAt) ?? '';
        const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
        return [{ kind: 'body', url, fetchedAt: dueAt, httpStatus: 200, contentType: 'text/csv', bytes }];
      },
    });
  const system = await open([source]);
  const reader = openDocumentReader({ registry });
  onTestFinished(() => reader.close());
  const days = async (some: readonly Doc[]) => {
    for (const { day, body } of some) {
      bodies.set(sixOn(day), body);
      now = sixOn(day);
      await system.run([{ sourceId: source.id, dueAt: now }]);
      now = fixingOf(day);
      await system.run([]);
    }
  };
  await days(docs);
  const { query } = system.db;
  return {
    ...system,
    query,
    days,
    deciding: { db: system.db, reader, sources: [source] },
    settle: async (at: Instant) => {
      now = at;
      await system.run([]);
    },
    reopen: open,
    levels: async () =>
      (await fixings(query, index)).map(({ output }) => {
        const { pricePerGpuHour, confidence, n } = output as { pricePerGpuHour: number; confidence: string; n: number };
        return [pricePerGpuHour === null ? null : Number(pricePerGpuHour.toFixed(2)), confidence, n];
      }),
  };
}

const sixOn = (day: Day): Instant => addMinutes(startOf(day), 360);
const from = (start: Day, bodies: readonly string[]): readonly Doc[] =>
  bodies.map((body, at) => ({ day: addDays(start, at), body }));
const url = 'https://example.org/rents';

test('a changed unit is quarantined and the index goes on, degraded; released, it is believed from then on', async () => {
  const system = await systemOf(handWritten, url, from('2026-06-01', [listOf(rents), listOf(eighth)]));
  const { query, deciding } = system;
  expect(await system.levels()).toEqual([
    [3.05, 'ok', 6],
    [3.05, 'degraded', 6],
  ]);
  const { documents, waiting } = await readQuarantine(query);
  expect(documents).toMatchObject([
    { source: 'hand-written', verdict: 'quarantined', state: 'waiting', fetches: 1, decisions: [] },
  ]);
  expect(documents[0]?.reasons.join()).toContain('moved by /8: a changed unit?');
  expect(waiting).toBe(1);
  const id = documents[0]?.id ?? 0;

  const decidedAt = '2026-06-03T05:00:00.000Z';
  expect(await releaseDocument(deciding, { id, ...signed, decidedAt })).toEqual({
    kind: 'released',
    quotes: 6,
    changed: 6,
  });
  expect(await releaseDocument(deciding, { id, ...signed, decidedAt })).toMatchObject({ kind: 'already_released' });
  await system.settle(addMinutes(decidedAt, 10));
  expect(await system.levels(), 'what was published stays').toEqual([
    [3.05, 'ok', 6],
    [3.05, 'degraded', 6],
  ]);
  const corrected = (await runHistory(query, index)).find(({ asOf }) => asOf === startOf('2026-06-02'));
  expect(corrected).toMatchObject({ knownAt: decidedAt, output: { confidence: 'ok', n: 6 } });
  expect(corrected?.output).toMatchObject({ pricePerGpuHour: expect.closeTo(0.38, 2) });
  expect((await readQuarantined(query, id))?.document).toMatchObject({ state: 'released', decisions: [signed] });

  await system.days([{ day: '2026-06-03', body: listOf(eighth) }]);
  expect((await system.levels()).at(-1)).toEqual([0.38, 'ok', 6]);
  await expect(rejectDocument(query, { id, ...signed, decidedAt })).rejects.toThrow(
    'was released by Ada on 2026-06-03, and what was believed is not unsaid',
  );
}, 60_000);

test('rejected, a document stays out; a document that was believed in full has nothing to decide', async () => {
  const system = await systemOf(handWritten, url, from('2026-06-01', [listOf(rents), listOf(eighth)]));
  const { query, deciding } = system;
  const id = (await readQuarantine(query)).documents[0]?.id ?? 0;
  const decision = { ...signed, decidedAt: '2026-06-03T05:00:00.000Z' };
  await rejectDocument(query, { id, ...decision });
  await rejectDocument(query, { id, ...decision });
  expect((await readQuarantine(query)).documents).toMatchObject([{ state: 'rejected', decisions: [signed] }]);
  expect(await readQuarantine(query)).toMatchObject({ waiting: 0 });
  await expect(rejectDocument(query, { id: 1, ...decision })).rejects.toThrow('document 1 was believed in full');
  await expect(releaseDocument(deciding, { id: 999, ...decision })).rejects.toThrow('there is no document 999');
}, 60_000);

test('a jump is held, the price before it stays in force, and the same bytes on two more days confirm it', async () => {
  const raised = listOf({ ...rents, lambda: 4.4 });
  const system = await systemOf(handWritten, url, from('2026-06-01', [listOf(rents), raised, raised]));
  const constituent = async () => {
    const { output } = (await fixings(system.query, index)).at(-1) ?? { output: {} };
    const { constituents } = output as {
      readonly constituents: readonly { readonly owner: string; readonly price: number }[];
    };
    return constituents.find(({ owner }) => owner === 'lambda');
  };
  expect(await constituent()).toMatchObject({ price: 2.99, withheld: true });
  const { prices } = await readQuarantine(system.query);
  expect(prices).toMatchObject([
    { rule: 'jump', believed: 2.99, value: 4.4, since: '2026-06-02', series: { venue: 'lambda' }, state: 'waiting' },
  ]);
  await system.days([{ day: '2026-06-04', body: raised }]);
  expect(await constituent()).toMatchObject({ price: 4.4 });
  expect(await constituent()).not.toHaveProperty('withheld');
  expect((await readQuarantine(system.query)).prices).toEqual([]);
}, 60_000);

test('a price that halves is held until somebody releases it', async () => {
  const halved = listOf({ ...rents, crusoe: 1.95 });
  const system = await systemOf(handWritten, url, from('2026-06-01', [listOf(rents), halved, halved, halved]));
  const [held] = (await readQuarantine(system.query)).prices;
  expect(held).toMatchObject({ rule: 'unit-change', believed: 3.9, value: 1.95, since: '2026-06-02' });
  const decidedAt = '2026-06-05T05:00:00.000Z';
  const id = held?.id ?? 0;
  expect(await releaseDocument(system.deciding, { id, ...signed, decidedAt })).toMatchObject({ quotes: 6, changed: 1 });
  await system.days([{ day: '2026-06-05', body: halved }]);
  const { output } = (await fixings(system.query, index)).at(-1) ?? { output: {} };
  expect(output).toMatchObject({
    constituents: expect.arrayContaining([expect.objectContaining({ owner: 'crusoe', price: 1.95 })]),
  });
  expect((await readQuarantine(system.query)).prices).toEqual([]);
}, 60_000);

test('a source that is rejected for some days is in no index of those days, as known from then on', async () => {
  const system = await systemOf(handWritten, url, from('2026-06-01', [listOf(rents), listOf(rents), listOf(rents)]));
  const decidedAt = '2026-06-04T05:00:00.000Z';
  const rejection = { sourceId: 'hand-written', from: '2026-06-02', to: '2026-06-02', ...signed, decidedAt };
  await rejectSource(system.deciding, rejection);
  await rejectSource(system.deciding, rejection);
  await system.settle(addMinutes(decidedAt, 10));
  expect(await system.levels()).toEqual([3, 3, 3].map(() => [3.05, 'ok', 6]));
  const owners = (await runHistory(system.query, index)).map(({ output }) => (output as { readonly n: number }).n);
  expect(owners).toEqual([6, 0, 6]);
  expect((await readQuarantine(system.query)).rejectedSources).toMatchObject([
    { sourceId: 'hand-written', author: 'Ada' },
  ]);
  await expect(rejectSource(system.deciding, { ...rejection, sourceId: 'nobody' })).rejects.toThrow('was nobody');
  await expect(rejectSource(system.deciding, { ...rejection, to: '2026-06-01' })).rejects.toThrow('--from');
}, 60_000);

test('a parser of a higher version reads again what is stored, once', async () => {
  const system = await systemOf(handWritten, url, from('2026-06-01', [listOf(rents), listOf(rents), listOf(eighth)]));
  await system.close();
  const reopened = await system.reopen([{ ...handWritten, parserVersion: 2 }]);
  expect((await reopened.worker.owed()).unread).toEqual(['hand-written']);
  await reopened.worker.sweep();
  await reopened.run([]);
  const versions = await reopened.db.query
    .selectFrom('reading')
    .select(['parser_version', 'verdict'])
    .orderBy('capture_id')
    .orderBy('parser_version')
    .execute();
  expect(versions.map(({ parser_version, verdict }) => `${parser_version} ${verdict}`)).toEqual([
    ...['1 accepted', '2 accepted', '1 accepted', '2 accepted'],
    ...['1 quarantined', '2 quarantined'],
  ]);
  expect(await latestRun(reopened.db.query, index)).toMatchObject({ output: { n: 6 } });
}, 60_000);

describe.skipIf(!haveSharedRecordings)(
  `recorded documents${haveSharedRecordings ? '' : ' (skipped: recordings are absent)'}`,
  () => {
    const recorded = (file: string) => readFileSync(`${sharedRecordings}/gpu/${file}`);

    test('the day on which getdeploying.com went from instance totals to prices per GPU', async () => {
      const lines = recorded('aggregator-panel/unit-switch_2026-02-14_to_22.csv').toString().trim().split('\n');
      const days = ['2026-02-17', '2026-02-18', '2026-02-19'].map((day) => ({
        day,
        body: lines.filter((line) => line.startsWith(day)).join('\n'),
      }));
      const system = await systemOf(handWritten, url, days);
      const { documents } = await readQuarantine(system.query);
      expect(documents.map(({ fetchedAt }) => fetchedAt.slice(0, 10))).toEqual(['2026-02-19']);
      expect(documents[0]?.reasons.join()).toContain('8 venues moved by /2: a changed unit?');
    }, 60_000);

    test.each([
      ['gpurentalprices', /not JSON|expected JSON/],
      ['rental-import', /expected .*publisher|columns/],
    ])(
      'a file of constants that nobody fetched, given to %s',
      async (id, reason) => {
        const body = recorded('negative/romaindeniau75_static_fallbacks.csv');
        const system = await systemOf(sourceById(id) ?? handWritten, url, [{ day: '2026-06-01', body }]);
        const { documents } = await readQuarantine(system.query);
        expect(documents).toMatchObject([
          { source: id, verdict: 'unreadable', reasons: [expect.stringMatching(reason)] },
        ]);
        expect((await latestRun(system.query, index))?.output).toMatchObject({ pricePerGpuHour: null, n: 0 });
        const decision = { id: documents[0]?.id ?? 0, ...signed, decidedAt: '2026-06-03T05:00:00.000Z' };
        await expect(releaseDocument(system.deciding, decision)).rejects.toThrow('cannot be released');
      },
      60_000,
    );

    test('the zero prices and the wrong counts of a SkyPilot catalog are refused row by row', async () => {
      const address = 'https://raw.githubusercontent.com/skypilot-org/catalogs/azure/vms.csv';
      const body = recorded('skypilot-catalog/monthly/azure_2023-12-08_c2f2f01ce2.csv');
      const system = await systemOf(sourceById('skypilot') ?? handWritten, address, [{ day: '2026-06-01', body }]);
      expect(await readQuarantine(system.query)).toMatchObject({
        documents: [],
        rows: [{ id: 1, sourceId: 'skypilot' }],
      });
      const texts = (await skippedRows(system.query, 1, 1000)).map(({ text }) => text).join('\n');
      expect(texts).toMatch(/H100.*: 0$/m);
      expect(texts).toMatch(/gpu-count: Standard_ND96isr_H100_v5 at azure has 8 GPUs, not 12/);
    }, 60_000);
  },
);
