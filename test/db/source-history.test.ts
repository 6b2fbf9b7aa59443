/** What a source lately brought, and what was known at an earlier time. */
import { type RunQuestion, receiptOf } from '@bandgap/core';
import {
  announceSlots,
  capturedDocument,
  newestFetch,
  recentCaptures,
  runHistory,
  skipExamples,
  storeCapture,
  storeRun,
} from '@bandgap/db';
import { expect, test } from 'vitest';
import { openFreshDatabase } from '../support/database.ts';

const slot = '2026-11-20T06:00:00.000Z';
const url = 'https://prices.example/offers';

test('captures come newest first, with their bytes for their own source alone', async () => {
  const { query } = await openFreshDatabase();
  const slots = [slot, '2026-11-20T07:00:00.000Z'];
  await announceSlots(
    query,
    slots.map((dueAt) => ({ sourceId: 'vast', dueAt })),
  );
  for (const [index, dueAt] of slots.entries()) {
    await storeCapture(query, {
      sourceId: 'vast',
      slot: dueAt,
      url,
      fetchedAt: dueAt,
      httpStatus: 200,
      contentType: 'text/html',
      bytes: new TextEncoder().encode('x'.repeat(index + 1)),
    });
  }
  const captures = await recentCaptures(query, 'vast', 5);
  expect(captures.map(({ fetchedAt, bytes, verdict, repeated }) => [fetchedAt, bytes, verdict, repeated])).toEqual([
    ['2026-11-20T07:00:00.000Z', 2, null, false],
    [slot, 1, null, false],
  ]);
  expect((await recentCaptures(query, 'vast', 1)).length).toBe(1);
  const captureId = captures[0]?.id ?? 0;
  const document = await capturedDocument(query, { sourceId: 'vast', captureId });
  expect(new TextDecoder().decode(document?.bytes)).toBe('xx');
  expect(await capturedDocument(query, { sourceId: 'litellm', captureId })).toBeUndefined();
  expect(await skipExamples(query, 'vast', 5)).toEqual([]);
  expect(await newestFetch(query, ['vast', 'litellm'])).toBe('2026-11-20T07:00:00.000Z');
  expect(await newestFetch(query, ['litellm'])).toBeNull();
});

test('history as known at a time leaves out what was answered later', async () => {
  const { query } = await openFreshDatabase();
  const about = { model: 'rental-index', subject: 'h100/on_demand/neocloud' };
  const knownTimes = ['2026-11-20T12:00:00.000Z', '2026-11-21T00:30:00.000Z'];
  for (const knownAt of knownTimes) {
    const question: RunQuestion = { ...about, version: 1, asOf: '2026-11-20T00:00:00.000Z', knownAt, inputs: [] };
    await storeRun(query, { run: { ...question, receipt: receiptOf(question), output: {} }, origins: [] });
  }
  const known = async (knownAt?: string) => (await runHistory(query, { ...about, knownAt })).map((run) => run.knownAt);
  expect(await known()).toEqual([knownTimes[1]]);
  expect(await known('2026-11-20T23:00:00.000Z')).toEqual([knownTimes[0]]);
  expect(await known('2026-11-20T06:00:00.000Z')).toEqual([]);
});
