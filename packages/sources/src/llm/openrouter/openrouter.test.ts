/** OpenRouter: prices to the digit, variants as tiers, and what is no price told apart. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf, tokenQuotes } from '../../rows/token-quotes.fixture.ts';
import { openrouter } from './index.ts';

const rows = readDocument(openrouter, fixtureOf(openrouter));
const skips = (from = rows) => from.filter((row) => row.kind === 'skip');
const read = (models: unknown) => readDocument(openrouter, artifactOf(openrouter, JSON.stringify(models)));
const model = (pricing: object, id = 'openai/gpt-x') => ({ data: [{ id, pricing }] });

describe('openrouter', () => {
  it('reads decimal text to the digit', () => {
    expect(metersOf(rows, 'anthropic/claude-opus-4-7')).toEqual({
      input: 5,
      cache_read: 0.5,
      cache_write_5m: 6.25,
      cache_write_1h: 10,
      output: 25,
    });
  });

  it('takes a batch and a fast variant for tiers of the model, and -fast in other names for a name', () => {
    expect(metersOf(rows, 'anthropic/claude-opus-4-7', { tier: 'batch' })).toEqual({ input: 2.5, output: 12.5 });
    expect(metersOf(rows, 'anthropic/claude-opus-5', { tier: 'fast' })).toMatchObject({ input: 10, output: 50 });
    expect(metersOf(rows, 'xai/grok-4-fast')).toEqual({ input: 0.2, output: 0.5 });
  });

  it('reads the prices of long prompts', () => {
    expect(metersOf(rows, 'openai/gpt-5-5', { contextFrom: 272_000 })).toEqual({
      input: 10,
      cache_read: 1,
      output: 45,
    });
  });

  it('quotes as itself and never as the lab', () => {
    expect(new Set(tokenQuotes(rows).map(({ series }) => series.venue))).toEqual(new Set(['openrouter']));
  });

  it('keeps apart dated versions, variants that are other products, and names that move', () => {
    expect(metersOf(rows, 'openai/gpt-4o@20240513')).toEqual({ input: 5, output: 15 });
    expect(metersOf(rows, 'raw:openrouter:qwen/qwen-plus-2025-07-28:thinking')).toEqual({ input: 0.26, output: 0.78 });
    expect(metersOf(rows, 'raw:openrouter:~google/gemini-flash-latest')).toMatchObject({ input: 0.375 });
  });

  it('tells apart what is free, dynamic, unpriced and absent', () => {
    const told = skips().map(({ code, text }) => [code, text]);
    expect(told.filter(([code = '']) => ['unpriced', 'free', 'dynamic', 'unreadable'].includes(code))).toEqual([
      ['unpriced', 'raw:openrouter:stealth/ox-alpha standard'],
      ['free', 'zhipuai/glm-5-2 standard'],
      ['dynamic', 'raw:openrouter:openrouter/auto standard'],
    ]);
    expect(metersOf(rows, 'openai/gpt-4o')).not.toHaveProperty('cache_read');
  });

  it.each([['free'], [5e-6], ['5,0'], [''], ['1e400'], ['NaN'], [[]], [{}]])(
    'calls a price written as %j unreadable',
    (prompt) => {
      expect(skips(read(model({ prompt, completion: '0.00001' })))).toMatchObject([
        {
          code: 'unreadable',
          text: expect.stringMatching(/^openai\/gpt-x input: /),
          at: '/data/0/pricing/prompt',
        },
      ]);
    },
  );

  it('says where each price stands in the document', () => {
    const document: unknown = JSON.parse(new TextDecoder().decode(fixtureOf(openrouter).bytes));
    for (const { at, value } of tokenQuotes(rows)) {
      const found = at
        .split('/')
        .slice(1)
        .reduce((node: unknown, key) => Reflect.get(Object(node), key), document);
      expect(Number(`${found}e6`)).toBe(value);
    }
  });

  it('refuses a list whose members are no models', () => {
    expect(() => read({ data: [{ name: 'x' }] })).toThrow(/expected a model with id and pricing at \/data\/0/);
  });
});

describe.skipIf(recordingsAbsent)('openrouter on recorded catalogues (skipped where the recordings are absent)', () => {
  const readings = recordingsOf(openrouter).map((artifact) => readDocument(openrouter, artifact));
  const newest = readings.at(-1) ?? [];

  it('accepts every one', () => {
    expect(readings.map((reading) => judge(openrouter, reading).kind)).toEqual(readings.map(() => 'accepted'));
  });

  it('finds five dynamic prices, eighteen free variants and four models without a price on 2026-08-22', () => {
    const reasons = skips(newest).map(({ code }) => code);
    expect(reasons.filter((reason) => reason === 'dynamic')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'free')).toHaveLength(18);
    expect(reasons.filter((reason) => reason === 'unpriced')).toHaveLength(4);
  });

  it('reads 2026-08-22 as it was', () => {
    expect(metersOf(newest, 'anthropic/claude-opus-4-7')).toMatchObject({ input: 5, output: 25, cache_read: 0.5 });
    expect(metersOf(newest, 'openai/gpt-5-6-sol')).toMatchObject({ input: 2, output: 10 });
    expect(metersOf(newest, 'deepseek/deepseek-v4-pro')).toMatchObject({ input: 0.413772, output: 0.827544 });
  });
});
