/** LiteLLM: prices a person checked, and everything a hostile list can hold. */
import type { Metric, Quote, Row } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import type { PreviousReading } from '../../gate/previous-reading.ts';
import { readDocument } from '../../read-document.ts';
import { litellm } from './index.ts';

type TokenQuote = Quote & { readonly series: { readonly terms: { readonly kind: 'token' } } };
const quotesIn = (rows: readonly Row[]) =>
  rows.filter((row): row is TokenQuote => row.kind === 'quote' && row.series.terms.kind === 'token');

const pricesOf = (rows: readonly Row[], subject: string, { tier = 'standard', contextFrom = 0 } = {}) =>
  Object.fromEntries(
    quotesIn(rows)
      .filter(
        ({ series }) =>
          series.subject === subject && series.terms.tier === tier && series.terms.contextFrom === contextFrom,
      )
      .map(({ series, value }) => [series.metric, value]),
  ) as Partial<Record<Metric, number>>;

const opus47 = { input: 5, cache_read: 0.5, cache_write_5m: 6.25, cache_write_1h: 10, output: 25 };
const fixture = readDocument(litellm, fixtureOf(litellm));

const read = (model: object) =>
  readDocument(
    litellm,
    artifactOf(litellm, JSON.stringify({ 'gpt-x': { litellm_provider: 'openai', mode: 'chat', ...model } })),
  );

describe('litellm', () => {
  it('turns USD per token into USD per million tokens, to the digit', () => {
    expect(pricesOf(fixture, 'anthropic/claude-opus-4-7')).toEqual(opus47);
  });

  it('says where each price stands', () => {
    const [quote] = quotesIn(fixture).filter(({ series }) => series.subject === 'google/gemini-3-1-pro-preview');
    expect(quote).toMatchObject({
      series: { venue: 'google' },
      at: '/gemini~1gemini-3.1-pro-preview/input_cost_per_token',
    });
  });

  it('keeps dated versions apart from the model they are versions of', () => {
    expect(pricesOf(fixture, 'openai/gpt-4o')).toMatchObject({ input: 2.5, output: 10 });
    expect(pricesOf(fixture, 'openai/gpt-4o@20240513')).toEqual({ input: 5, output: 15 });
  });

  it('reads service tiers and bands of prompt length', () => {
    expect(pricesOf(fixture, 'openai/gpt-5-5', { contextFrom: 272_000 })).toEqual({
      input: 10,
      output: 45,
      cache_read: 1,
    });
    expect(pricesOf(fixture, 'openai/gpt-5-5', { tier: 'batch' })).toEqual({ input: 2.5, output: 15 });
    expect(pricesOf(fixture, 'openai/gpt-5-5', { tier: 'flex' })).toEqual({ input: 2.5, output: 15, cache_read: 0.25 });
    expect(pricesOf(fixture, 'openai/gpt-5-5', { tier: 'priority', contextFrom: 272_000 })).toEqual({
      input: 20,
      output: 90,
    });
    expect(pricesOf(fixture, 'alibaba/qwen3-max', { contextFrom: 32_000 })).toEqual({ input: 2.4, output: 12 });
  });

  it('leaves out resellers, other kinds of model and the prose of sample_spec', () => {
    expect(
      quotesIn(fixture).filter(({ at }) => /sample_spec|openrouter|anthropic\.claude|embedding|^\/gemini-3/.test(at)),
    ).toEqual([]);
  });

  it('takes a cache price of zero for no such meter, and a model at zero for no price', () => {
    expect(pricesOf(fixture, 'deepseek/deepseek-v4-pro')).toEqual({ input: 1.32, output: 3.96, cache_read: 0.044 });
    expect(fixture).toContainEqual(
      expect.objectContaining({ kind: 'skip', code: 'unpriced', text: expect.stringContaining('gemini-exp-1206') }),
    );
    expect(pricesOf(fixture, 'google/gemini-exp-1206')).toEqual({});
  });

  it.each([
    ['a cached read dearer than a plain one', { cache_read_input_token_cost: 2e-6 }],
    ['a cache write below the plain price', { cache_creation_input_token_cost: 5e-7 }],
    ['a cache write above twice the plain price', { cache_creation_input_token_cost: 3e-6 }],
    [
      'an hour of cache cheaper than five minutes',
      { cache_creation_input_token_cost: 1.5e-6, cache_creation_input_token_cost_above_1hr: 1.25e-6 },
    ],
  ])('skips %s', (_, cache) => {
    const rows = read({ input_cost_per_token: 1e-6, output_cost_per_token: 4e-6, ...cache });
    expect(rows.filter(({ kind }) => kind === 'skip')).toMatchObject([{ code: 'implausible' }]);
  });

  it.each([
    ['"5e-6"', 'unreadable'],
    ['null', 'unreadable'],
    ['-5e-6', 'dynamic'],
    ['1e400', 'unreadable'],
    ['[5e-6]', 'unreadable'],
    ['{}', 'unreadable'],
    ['0', 'unpriced'],
  ])('calls a price written as %s %s', (json, code) => {
    const body = `{"gpt-x":{"litellm_provider":"openai","mode":"chat","input_cost_per_token":${json},"output_cost_per_token":4e-6}}`;
    expect(readDocument(litellm, artifactOf(litellm, body))).toMatchObject([
      { kind: 'skip', code, at: '/gpt-x/input_cost_per_token' },
      { kind: 'quote', value: 4, at: '/gpt-x/output_cost_per_token' },
    ]);
  });

  it('names a resold price that cannot be one, and believes no other resold price', () => {
    const resold = {
      litellm_provider: 'wandb',
      mode: 'chat',
      input_cost_per_token: 0.005,
      output_cost_per_token: 0.02,
    };
    const dear = { ...resold, litellm_provider: 'watsonx', input_cost_per_token: 1e-6 };
    const body = JSON.stringify({
      'wandb/a': resold,
      'watsonx/b': dear,
      'other/c': { ...dear, output_cost_per_token: 1e-6 },
    });
    expect(readDocument(litellm, artifactOf(litellm, body))).toMatchObject([
      {
        code: 'implausible',
        text: 'wandb/a input: expected at most 200 USD/MTok, was 5000',
        at: '/wandb~1a/input_cost_per_token',
      },
      { code: 'implausible', text: 'watsonx/b output: expected at most 1000 USD/MTok, was 20000' },
    ]);
  });

  it('is not fooled by keys that name parts of every object', () => {
    const body =
      '{"__proto__":{"litellm_provider":"openai","mode":"chat","input_cost_per_token":1e-6,"output_cost_per_token":4e-6},"constructor":null}';
    expect(quotesIn(readDocument(litellm, artifactOf(litellm, body)))).toHaveLength(2);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is quarantined when every price is multiplied by a thousand', () => {
    const text = new TextDecoder().decode(fixtureOf(litellm).bytes);
    const inflated = text.replaceAll(
      /(_cost[a-z0-9_]*": )([\d.e-]+)/g,
      (_, key, price) => `${key}${Number(price) * 1000}`,
    );
    expect(judge(litellm, readDocument(litellm, artifactOf(litellm, inflated))).kind).toBe('quarantined');
  });
});

describe.skipIf(recordingsAbsent)('litellm on recorded documents (skipped where the recordings are absent)', () => {
  const readings = recordingsOf(litellm).map((artifact) => ({ artifact, rows: readDocument(litellm, artifact) }));
  const newest = readings.at(-1)?.rows ?? [];

  it('reads 2026-08-21 as it was', () => {
    expect(pricesOf(newest, 'anthropic/claude-opus-4-7')).toEqual(opus47);
    expect(pricesOf(newest, 'anthropic/claude-opus-4-7@20260416')).toEqual(opus47);
    expect(pricesOf(newest, 'openai/gpt-5-5', { contextFrom: 272_000 })).toMatchObject({
      input: 10,
      output: 45,
      cache_read: 1,
    });
    expect(pricesOf(newest, 'google/gemini-3-1-pro-preview')).toMatchObject({ input: 2, output: 12, cache_read: 0.2 });
    expect(pricesOf(newest, 'moonshotai/kimi-k2-6')).toMatchObject({ input: 0.95, output: 4, cache_read: 0.16 });
    expect(pricesOf(newest, 'openai/gpt-5-6-luna')).toMatchObject({ input: 0.2, output: 1.2, cache_read: 0.02 });
  });

  it('names the thirteen rows of Weights & Biases that are off by a thousand and more, and three others', () => {
    const resold = newest.filter(
      (row) => row.kind === 'skip' && / input: | output: /.test(row.text) && row.code === 'implausible',
    );
    const named = resold.flatMap((row) => (row.kind === 'skip' ? [row.text.split('/')[0]] : []));
    expect(named.filter((seller) => seller === 'wandb')).toHaveLength(13);
    expect(named).toHaveLength(16);
  });

  it('accepts two and a half years of months, each after the one before', () => {
    let previous: PreviousReading | undefined;
    const quarantined = readings.flatMap(({ artifact, rows }) => {
      const verdict = judge(litellm, rows, previous);
      if (verdict.kind === 'quarantined') return [`${artifact.fetchedAt}: ${verdict.reasons[0]}`];
      const values = new Map(verdict.quotes.map(({ series, value }) => [JSON.stringify(series), value]));
      previous = { quotes: verdict.quotes.length, valueOf: (series) => values.get(JSON.stringify(series)) };
      return [];
    });
    expect(quarantined).toEqual(['2024-01-30T06:00:00Z: expected at least 40 quotes, found 0']);
  });
});
