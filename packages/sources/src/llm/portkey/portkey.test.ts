/** Portkey: cents per token, one file per seller, and what regions and modes add. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf } from '../../rows/token-quotes.fixture.ts';
import { portkey } from './index.ts';

const rows = readDocument(portkey, fixtureOf(portkey));

describe('portkey', () => {
  it('turns cents per token into USD per million tokens, to the digit', () => {
    expect(metersOf(rows, 'anthropic/claude-opus-4-7')).toEqual({
      input: 5,
      cache_read: 0.5,
      cache_write_5m: 6.25,
      cache_write_1h: 10,
      output: 25,
    });
  });

  it('reads batch, fast mode and regions', () => {
    const subject = 'anthropic/claude-opus-4-7';
    expect(metersOf(rows, subject, { tier: 'batch' })).toEqual({ input: 2.5, output: 12.5 });
    expect(metersOf(rows, subject, { tier: 'fast' })).toEqual({ input: 30, output: 150 });
    expect(metersOf(rows, subject, { region: 'us' })).toEqual({ input: 5.5, output: 27.5 });
  });

  it('takes a cache price of zero for no such meter', () => {
    expect(metersOf(rows, 'anthropic/claude-haiku-4-5')).toEqual({ input: 1, cache_read: 0.1, output: 5 });
  });

  it('refuses the file of a seller that is no lab', () => {
    const artifact = artifactOf(portkey, '{}', { url: 'https://configs.portkey.ai/pricing/bedrock.json' });
    expect(() => readDocument(portkey, artifact)).toThrow(/expected the prices of a lab/);
  });
});

describe.skipIf(recordingsAbsent)('portkey on recorded files (skipped where the recordings are absent)', () => {
  it('reads Anthropic, DeepSeek and Moonshot as they were on 2026-08-21', () => {
    const readings = recordingsOf(portkey).map((artifact) => readDocument(portkey, artifact));
    for (const reading of readings) expect(judge(portkey, reading).kind).toBe('accepted');
    const all = readings.flat();
    expect(metersOf(all, 'anthropic/claude-opus-4-7')).toMatchObject({ input: 5, output: 25, cache_read: 0.5 });
    expect(metersOf(all, 'deepseek/deepseek-v4-pro')).toEqual({ input: 0.435, cache_read: 0.003625, output: 0.87 });
    expect(metersOf(all, 'moonshotai/kimi-k2-6')).toMatchObject({ input: 0.95, output: 4, cache_read: 0.16 });
  });
});
