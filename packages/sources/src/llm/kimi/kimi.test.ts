/** Kimi: tables written as elements of a program. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf } from '../../rows/token-quotes.fixture.ts';
import { kimi } from './index.ts';

const page = new TextDecoder().decode(fixtureOf(kimi).bytes);
const read = (text: string) => readDocument(kimi, artifactOf(kimi, text, { contentType: 'text/markdown' }));
const rows = read(page);

describe('kimi', () => {
  it('reads both wordings of its columns', () => {
    expect(metersOf(rows, 'moonshotai/kimi-k2-6')).toEqual({ input: 0.95, cache_read: 0.16, output: 4 });
    expect(metersOf(rows, 'moonshotai/kimi-k3')).toEqual({
      input: 3,
      cache_read: 0.3,
      cache_write_5m: 3,
      cache_write_1h: 6,
      output: 15,
    });
  });

  it('says in which line a price stands', () => {
    const [quote] = rows.filter((row) => row.kind === 'quote' && row.series.subject === 'moonshotai/kimi-k2-6');
    const [, line] = /^line (\d+), cell \d+$/.exec(quote?.at ?? '') ?? [];
    expect(page.split('\n')[Number(line) - 1]).toContain('"kimi-k2.6"');
  });

  it('refuses another unit, and a renamed column', () => {
    expect(() => read(page.replace('"1M tokens"', '"1K tokens"'))).toThrow(
      /expected prices per 1M tokens, was 1K tokens/,
    );
    expect(() => read(page.replace('Cached Input Price', 'Warm Input Price'))).toThrow(/found "Warm Input Price"/);
  });
});
