/** The rules on token prices, each where it bites and where it does not. */
import type { Metric, Row } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../artifacts.fixture.ts';
import { litellm } from '../llm/litellm/index.ts';
import { openrouter } from '../llm/openrouter/index.ts';
import { openrouterEndpoints } from '../llm/openrouter-endpoints/index.ts';
import { zai } from '../llm/zai/index.ts';
import { readDocument } from '../read-document.ts';
import { tokenSubject } from '../rows/direct-sellers.ts';
import { tokenRows } from '../rows/token-prices.ts';
import { tokenQuotes } from '../rows/token-quotes.fixture.ts';
import { judge } from './judge.ts';
import { implausibility } from './plausibility.ts';

const terms = { kind: 'token', tier: 'standard', contextFrom: 0 } as const;
const read = (prices: Readonly<Partial<Record<Metric, unknown>>>): readonly Row[] =>
  tokenRows({
    subject: 'lab/model',
    venue: 'lab',
    terms,
    meters: (Object.keys(prices) as Metric[]).map((metric) => ({ metric, value: prices[metric], at: `/${metric}` })),
  });
const quoted = (rows: readonly Row[]) =>
  Object.fromEntries(tokenQuotes(rows).map(({ series, value }) => [series.metric, value]));
const skipped = (rows: readonly Row[]) =>
  rows.flatMap((row) => (row.kind === 'skip' ? [`${row.code} ${row.text}`] : []));
const isSkipped = (metric: Metric, value: number) => {
  const [quote] = tokenQuotes(read({ [metric]: value }));
  return quote !== undefined && implausibility(quote) !== undefined;
};

describe('V1: a price is a finite number', () => {
  it.each([['5'], [null], [Number.NaN], [Number.POSITIVE_INFINITY], [[5]], [{}], [true]])(
    '%j is unreadable',
    (input) => {
      expect(skipped(read({ input, output: 10 }))).toMatchObject([
        expect.stringMatching(/^unreadable lab\/model input: /),
      ]);
      expect(quoted(read({ input, output: 10 }))).toEqual({ output: 10 });
    },
  );

  it('a negative price is dynamic', () => {
    expect(skipped(read({ input: -1, output: -1 }))).toEqual(['dynamic lab/model standard']);
    expect(skipped(read({ input: 5, output: -1 }))).toEqual(['dynamic lab/model output']);
  });

  it('an absent meter is neither quoted nor skipped', () => {
    expect(read({ input: 5 })).toHaveLength(1);
  });
});

describe('V2: a price lies in the range of prices', () => {
  it.each([
    ['input', 200, false],
    ['input', 200.01, true],
    ['output', 1000, false],
    ['output', 1000.01, true],
  ] as const)('%s at %d: refused is %s', (metric, value, refused) => {
    expect(isSkipped(metric, value)).toBe(refused);
  });
});

describe('V3: zero is not free', () => {
  it('without the word it is unpriced, with it free', () => {
    expect(skipped(read({ input: 0, output: 0 }))).toEqual(['unpriced lab/model standard']);
    expect(skipped(read({ input: 'free', output: 'free' }))).toEqual(['free lab/model standard']);
    expect(skipped(read({ input: 0, output: 5 }))).toEqual(['unpriced lab/model input']);
  });
});

describe('V4: a cache meter at zero does not exist', () => {
  it('is left out without a word', () => {
    expect(read({ input: 5, output: 25, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 })).toHaveLength(2);
  });
});

describe('V5: cache meters agree with the plain price', () => {
  it.each([
    [{ cache_read: 5 }, true],
    [{ cache_read: 5.01 }, false],
    [{ cache_write_5m: 4.95 }, true],
    [{ cache_write_5m: 4.94 }, false],
    [{ cache_write_5m: 10.04 }, true],
    [{ cache_write_5m: 10.06 }, false],
    [{ cache_write_5m: 6.25, cache_write_1h: 6.25 }, true],
    [{ cache_write_5m: 6.25, cache_write_1h: 6.24 }, false],
  ])('%j beside an input of 5: believed is %s', (cache, believed) => {
    expect(skipped(read({ input: 5, output: 25, ...cache }))).toHaveLength(believed ? 0 : 1);
  });

  it('takes no offence at one meter for another', () => {
    const price = fc.double({ min: 0.001, max: 150, noNaN: true });
    fc.assert(
      fc.property(price, price, fc.double({ min: 0.01, max: 1, noNaN: true }), (input, output, share) => {
        expect(quoted(read({ input, output, cache_read: input * share }))).toMatchObject({ input, output });
      }),
    );
  });
});

describe('V9: a version is not much smaller than the one before', () => {
  it('is held', () => {
    const rows = readDocument(openrouter, fixtureOf(openrouter));
    expect(judge(openrouter, rows, { quotes: 100, valueOf: () => undefined })).toMatchObject({ kind: 'quarantined' });
  });
});

describe('V11: what nobody taught is an error', () => {
  it('is never a smaller page', () => {
    const page = new TextDecoder().decode(fixtureOf(zai).bytes).replaceAll('| Output', '| Answers');
    expect(() => readDocument(zai, artifactOf(zai, page))).toThrow(/expected known columns .* found "Answers"/);
  });
});

describe('V12: names are kept apart', () => {
  it('a dated version from its model, a moving name from where it points', () => {
    expect(tokenSubject('litellm', 'gpt-4o-2024-05-13', 'openai')).toBe('openai/gpt-4o@20240513');
    expect(tokenSubject('openrouter', '~openai/gpt-latest', 'openrouter')).toBe('raw:openrouter:~openai/gpt-latest');
  });
});

describe('V13: resellers are left out', () => {
  it('whatever they say', () => {
    const model = { mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 };
    const body = JSON.stringify({
      a: { ...model, litellm_provider: 'openrouter' },
      b: { ...model, litellm_provider: 'openai' },
    });
    expect(tokenQuotes(readDocument(litellm, artifactOf(litellm, body))).map(({ at }) => at)).toEqual([
      '/b/input_cost_per_token',
      '/b/output_cost_per_token',
    ]);
  });
});

describe('V14: a router speaks for itself, an endpoint for its host', () => {
  it('is told by the venue', () => {
    const venues = (rows: readonly Row[]) => new Set(tokenQuotes(rows).map(({ series }) => series.venue));
    expect(venues(readDocument(openrouter, fixtureOf(openrouter)))).toEqual(new Set(['openrouter']));
    expect(venues(readDocument(openrouterEndpoints, fixtureOf(openrouterEndpoints)))).toContain('openai');
  });
});
