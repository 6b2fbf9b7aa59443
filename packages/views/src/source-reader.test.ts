/** The state of a source from its last slot, its last document and what was made of it. */
import type { SourceHealth } from '@bandgap/db';
import type { Source } from '@bandgap/sources';
import { describe, expect, test } from 'vitest';
import { sourceState } from './source-reader.ts';

const source: Source = {
  id: 'example',
  name: 'Example',
  home: 'https://example.com/',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '0 * * * *',
  staleAfterMinutes: 120,
  licence: { terms: 'restricted', name: 'Terms of service' },
  optIn: false,
  expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => [],
  parse: () => [],
};

const untouched: SourceHealth = {
  sourceId: 'example',
  lastSlot: null,
  lastOutcome: null,
  lastMessage: null,
  lastFetchedAt: null,
  lastChangedAt: null,
  verdict: null,
  reasons: null,
  quotes: null,
  headlines: null,
  skips: null,
  lastAcceptedAt: null,
};

const fetched: SourceHealth = {
  ...untouched,
  lastSlot: '2026-11-20T06:00:00.000Z',
  lastOutcome: 'fetched',
  lastFetchedAt: '2026-11-20T06:00:01.000Z',
  verdict: 'accepted',
  lastAcceptedAt: '2026-11-20T06:00:01.000Z',
};

const soon = '2026-11-20T07:00:00.000Z';
const later = '2026-11-20T09:00:00.000Z';

describe('a source', () => {
  test.each<[string, Partial<Source>, SourceHealth, string]>([
    ['that was never asked', {}, untouched, 'waiting'],
    ['that is off unless named', { optIn: true }, untouched, 'disabled'],
    ['that lacks its key', { needsKey: 'EXAMPLE_KEY' }, untouched, 'disabled'],
    ['that answered', {}, fetched, 'fetched'],
    ['that is off unless named, and was', { optIn: true }, fetched, 'fetched'],
    ['that had nothing new', {}, { ...fetched, lastOutcome: 'unchanged' }, 'unchanged'],
    ['that did not answer', {}, { ...fetched, lastOutcome: 'unreachable' }, 'unreachable'],
    ['that was not believed', {}, { ...fetched, verdict: 'quarantined' }, 'quarantined'],
    ['that could not be read', {}, { ...fetched, verdict: 'unreadable' }, 'unreadable'],
    ['that ships with the code', {}, { ...fetched, lastSlot: null, lastOutcome: null }, 'fetched'],
  ])('%s', (_, changes, health, state) => {
    expect(sourceState({ ...source, ...changes }, health, soon).state).toBe(state);
  });

  test('is stale once its last accepted document is older than it allows', () => {
    expect(sourceState(source, fetched, soon).stale).toBe(false);
    expect(sourceState(source, fetched, later).stale).toBe(true);
    expect(sourceState(source, untouched, later).stale).toBe(false);
  });

  test('says why it was not believed, and whether its figures may be published', () => {
    const doubted = { ...fetched, verdict: 'quarantined', reasons: ['found 0 quotes', 'skipped all'] } as const;
    expect(sourceState(source, doubted, soon)).toMatchObject({
      message: 'found 0 quotes; skipped all',
      publishable: false,
    });
  });
});
