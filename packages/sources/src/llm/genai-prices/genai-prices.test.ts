/** genai-prices: prices in force on a day, at an hour, for a length of prompt. */
import type { Quote } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { genaiPrices } from './index.ts';

const rowsAt = (fetchedAt: string) => readDocument(genaiPrices, { ...fixtureOf(genaiPrices), fetchedAt });

/** `metric@contextFrom window` to value. */
function pricesOf(subject: string, venue: string, fetchedAt = '2026-09-23T00:00:00.000Z') {
  const quotes = rowsAt(fetchedAt).filter((row): row is Quote => row.kind === 'quote');
  return Object.fromEntries(
    quotes.flatMap(({ series: { terms, metric, ...series }, value }) =>
      series.subject === subject && series.venue === venue && terms.kind === 'token' && terms.validFrom === undefined
        ? [
            [
              [metric, terms.contextFrom, terms.window].filter((part) => part !== undefined && part !== 0).join(' '),
              value,
            ],
          ]
        : [],
    ),
  );
}

describe('genai-prices', () => {
  it('prices Claude Opus 4.7 as Anthropic does', () => {
    expect(pricesOf('anthropic/claude-opus-4-7', 'anthropic')).toEqual({
      input: 5,
      cache_read: 0.5,
      cache_write_5m: 6.25,
      cache_write_1h: 10,
      output: 25,
    });
  });

  it('begins a tier written as 271999 at 272,000 tokens', () => {
    expect(pricesOf('openai/gpt-5-5', 'openai')).toEqual({
      input: 5,
      cache_read: 0.5,
      output: 30,
      'input 272000': 10,
      'cache_read 272000': 1,
      'output 272000': 45,
    });
  });

  it('uses the prices in force on the day', () => {
    expect(pricesOf('openai/gpt-5-6-sol', 'openai', '2026-08-20T23:59:00.000Z')).toMatchObject({
      input: 5,
      output: 30,
    });
    expect(pricesOf('openai/gpt-5-6-sol', 'openai', '2026-08-21T00:00:00.000Z')).toMatchObject({
      input: 4,
      output: 20,
    });
    expect(pricesOf('google/gemini-3-6-flash', 'google')).toMatchObject({ input: 0.75 });
  });

  it('keeps DeepSeek’s peak hours apart, and knows none before they were introduced', () => {
    expect(pricesOf('deepseek/deepseek-v4-pro', 'deepseek')).toEqual({
      input: 0.66,
      cache_read: 0.022,
      output: 1.98,
      'input 01:00-04:00 UTC': 1.32,
      'cache_read 01:00-04:00 UTC': 0.044,
      'output 01:00-04:00 UTC': 3.96,
      'input 06:00-10:00 UTC': 1.32,
      'cache_read 06:00-10:00 UTC': 0.044,
      'output 06:00-10:00 UTC': 3.96,
    });
    expect(pricesOf('deepseek/deepseek-v4-pro', 'deepseek', '2026-08-16T00:00:00.000Z')).toEqual({
      input: 0.435,
      cache_read: 0.003625,
      output: 0.87,
    });
  });

  it('says where each price stands in the document', () => {
    const document: unknown = JSON.parse(new TextDecoder().decode(fixtureOf(genaiPrices).bytes));
    const quotes = rowsAt('2026-09-23T00:00:00.000Z').filter((row) => row.kind === 'quote');
    const found = quotes.map(({ at }) =>
      at
        .split('/')
        .slice(1)
        .reduce((node: unknown, key) => Reflect.get(Object(node), key), document),
    );
    expect(found).toEqual(quotes.map(({ value }) => value));
  });

  it('refuses a document with a kind of condition it was not taught', () => {
    const prices = [{ constraint: { type: 'day_of_week', day: 6 }, prices: { input_mtok: 1, output_mtok: 2 } }];
    const body = JSON.stringify([{ id: 'deepseek', models: [{ id: 'deepseek-v4-pro', prices }] }]);
    expect(() => readDocument(genaiPrices, artifactOf(genaiPrices, body))).toThrow(
      /genai-prices: .*constraint|prices/s,
    );
  });
});

describe.skipIf(recordingsAbsent)(
  'genai-prices against the recorded package (skipped where the recording is absent)',
  () => {
    it('ships the prices of npm 0.1.8 unchanged', () => {
      const recorded = new TextDecoder().decode(recording('api/genai-prices/npm-0.1.8-providers.json.gz'));
      const rows = readDocument(
        genaiPrices,
        artifactOf(genaiPrices, recorded, { fetchedAt: '2026-09-23T00:00:00.000Z' }),
      );
      const seriesAndValue = (row: (typeof rows)[number]) =>
        row.kind === 'quote' ? [JSON.stringify(row.series), row.value] : [];
      const shipped = rowsAt('2026-09-23T00:00:00.000Z').map(seriesAndValue);
      expect(rows.map(seriesAndValue).toSorted()).toEqual(shipped.toSorted());
    });
  },
);
