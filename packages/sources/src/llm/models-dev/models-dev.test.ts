/** models.dev: first-hand sellers, long prompts and fast modes. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf, tokenQuotes } from '../../rows/token-quotes.fixture.ts';
import { modelsDev } from './index.ts';

const rows = readDocument(modelsDev, fixtureOf(modelsDev));

describe('models-dev', () => {
  it('reads costs as they stand', () => {
    expect(metersOf(rows, 'anthropic/claude-opus-4-7')).toEqual({
      input: 5,
      cache_read: 0.5,
      cache_write_5m: 6.25,
      output: 25,
    });
  });

  it('reads both ways of pricing long prompts', () => {
    expect(metersOf(rows, 'openai/gpt-5-5', { contextFrom: 272_000 })).toEqual({
      input: 10,
      cache_read: 1,
      output: 45,
    });
    expect(metersOf(rows, 'anthropic/claude-sonnet-4-5', { contextFrom: 200_000 })).toMatchObject({
      input: 6,
      output: 22.5,
    });
  });

  it('knows that the fast mode of one lab is the priority tier of another', () => {
    expect(metersOf(rows, 'anthropic/claude-opus-4-7', { tier: 'fast' })).toEqual({
      input: 30,
      cache_read: 3,
      output: 150,
    });
    expect(metersOf(rows, 'openai/gpt-5-5', { tier: 'priority' })).toEqual({ input: 12.5, output: 75 });
  });

  it('leaves resellers out', () => {
    expect(tokenQuotes(rows).filter(({ value }) => value === 99)).toEqual([]);
  });
});

describe.skipIf(recordingsAbsent)('models-dev on archived catalogues (skipped where the recordings are absent)', () => {
  it.each(['2026-06-01', '2026-07-02-head'])('reads %s', (name) => {
    const artifact = artifactOf(modelsDev, recording(`api/models-dev/${name}.json.gz`));
    const reading = readDocument(modelsDev, artifact);
    expect(judge(modelsDev, reading).kind).toBe('accepted');
    expect(metersOf(reading, 'google/gemini-3-1-pro-preview', { contextFrom: 200_000 })).toEqual({
      input: 4,
      cache_read: 0.4,
      output: 18,
    });
    expect(metersOf(reading, 'deepseek/deepseek-v4-pro')).toMatchObject({ input: 0.435, output: 0.87 });
  });
});
