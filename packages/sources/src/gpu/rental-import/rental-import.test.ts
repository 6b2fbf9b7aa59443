/** Imported prices: nothing enters without publisher, source, licence and day. */
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { isPublishable } from '../../define-source.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { rentalImport } from './index.ts';

const names = 'gpu,publisher,surface,tenor,usd_per_gpu_hour,as_of,source_url,licence';
const good = ['h100', 'ornn', 'index', 'on_demand', '1.66', '2026-02-26', 'https://ornn.com', 'licensed'];
const read = (fields: readonly string[]) =>
  readDocument(rentalImport, artifactOf(rentalImport, `${names}\n${fields.join(',')}\n`));
const without = (index: number, instead = '') => good.map((field, each) => (each === index ? instead : field));

describe('rental-import', () => {
  it('dates a price by the day it was of', () => {
    expect(readDocument(rentalImport, fixtureOf(rentalImport))).toMatchObject([
      {
        series: { subject: 'h100', venue: 'semianalysis', terms: { surface: 'survey', tenor: 'contract_1y' } },
        value: 2.35,
        observedAt: '2026-03-31T00:00:00.000Z',
      },
    ]);
    expect(read(good)).toMatchObject([{ kind: 'quote', value: 1.66 }]);
  });

  it.each([
    ['a GPU nobody knows', without(0, 'gaudi 3'), 'unknown_subject'],
    ['no publisher', without(1), 'not_a_price'],
    ['a surface nobody knows', without(2, 'modelled'), 'unknown_unit'],
    ['a tenor nobody knows', without(3, 'forever'), 'unknown_unit'],
    ['a price in words', without(4, 'about two'), 'not_a_price'],
    ['no day', without(5, '2026'), 'no_date'],
    ['no source', without(6, 'a friend'), 'not_a_price'],
    ['no licence', without(7), 'not_a_price'],
  ])('refuses a file with %s', (_, fields, code) => {
    const rows = read(fields);
    expect(rows).toMatchObject([{ kind: 'skip', code }]);
    expect(judge(rentalImport, rows).kind).toBe('quarantined');
  });

  it('is never published', () => expect(isPublishable(rentalImport)).toBe(false));
});

describe.skipIf(recordingsAbsent)(
  'a recorded file of prices that were never fetched (skipped where the recordings are absent)',
  () => {
    it('is refused, for it does not say where its prices are from', () => {
      const bytes = recording('gpu/negative/romaindeniau75_static_fallbacks.csv');
      const file = artifactOf(rentalImport, bytes);
      expect(() => readDocument(rentalImport, file)).toThrow(SourceChanged);
      expect(() => readDocument(rentalImport, file)).toThrow(/source_url, licence/);
    });
  },
);
