/** llm-prices: dated prices of the past, one announced, and lengths of prompt written into ids. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf, tokenQuotes } from '../../rows/token-quotes.fixture.ts';
import { simonw } from './index.ts';

const rows = readDocument(simonw, fixtureOf(simonw));

describe('simonw', () => {
  it('reads names in either order, and the length of prompt behind them', () => {
    expect(metersOf(rows, 'anthropic/claude-haiku-4-5')).toEqual({ input: 1, output: 5 });
    expect(metersOf(rows, 'google/gemini-3-1-pro-preview', { contextFrom: 200_000 })).toEqual({ input: 4, output: 18 });
  });

  it('dates what has a date, and skips what ended on a day but began on none', () => {
    const luna = tokenQuotes(rows).filter(({ series }) => series.subject === 'openai/gpt-5-6-luna');
    expect(new Set(luna.map(({ observedAt }) => observedAt))).toEqual(new Set(['2026-07-30T00:00:00.000Z']));
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'skip', code: 'no_date', at: '/prices/4' }));
  });

  it('keeps a price announced for later apart', () => {
    expect(metersOf(rows, 'anthropic/claude-sonnet-5')).toEqual({ input: 2, output: 10 });
    expect(metersOf(rows, 'anthropic/claude-sonnet-5', { validFrom: '2026-11-01' })).toEqual({ input: 3, output: 15 });
  });
});

describe.skipIf(recordingsAbsent)('simonw on the recorded lists (skipped where the recordings are absent)', () => {
  it.each(['current', 'historical'])('reads the %s list', (name) => {
    const reading = readDocument(simonw, artifactOf(simonw, recording(`api/simonw/${name}-v1.rebuilt.json`)));
    expect(judge(simonw, reading).kind).toBe('accepted');
    expect(metersOf(reading, 'openai/gpt-5-6-sol')).toEqual({ input: 5, cache_read: 0.5, output: 30 });
  });
});
