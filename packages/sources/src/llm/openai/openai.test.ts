/** OpenAI: a table per service tier, prices of long prompts, and tables of other things. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf } from '../../rows/token-quotes.fixture.ts';
import { openai } from './index.ts';

const page = new TextDecoder().decode(fixtureOf(openai).bytes);
const read = (text: string) => readDocument(openai, artifactOf(openai, text, { contentType: 'text/markdown' }));
const rows = read(page);
const sol = 'openai/gpt-5-6-sol';

describe('openai', () => {
  it('reads short and long prompts', () => {
    expect(metersOf(rows, sol)).toEqual({ input: 4, cache_read: 0.4, cache_write_5m: 5, output: 20 });
    expect(metersOf(rows, sol, { contextFrom: 272_000 })).toEqual({
      input: 8,
      cache_read: 0.8,
      cache_write_5m: 10,
      output: 30,
    });
    expect(metersOf(rows, 'openai/gpt-5-5')).toEqual({ input: 5, cache_read: 0.5, output: 30 });
  });

  it('reads each tier from its own table', () => {
    expect(metersOf(rows, sol, { tier: 'batch' })).toMatchObject({ input: 2, output: 10 });
    expect(metersOf(rows, sol, { tier: 'priority' })).toMatchObject({ input: 8, output: 40 });
  });

  it('reads grouped tables of text by the tier above them, and leaves images and embeddings out', () => {
    expect(metersOf(rows, 'openai/gpt-5-3-codex')).toEqual({ input: 1.75, cache_read: 0.175, output: 14 });
    expect(rows.filter((row) => row.kind === 'quote' && /image|embedding/.test(row.series.subject))).toEqual([]);
  });

  it('takes the length of a long prompt from the note, or from the name', () => {
    const withoutNote = page.replace(/ Short context: .*tokens\.$/m, '');
    expect(read(withoutNote)).toEqual(rows);
  });

  it.each([
    ['a renamed column', /Short context cached input/, 'Short context warm input', /found "Short context warm input"/],
    ['long prompts of unknown length', /272K/g, 'long', /expected the length from which gpt-5.6-sol costs more/],
    ['a page without standard prices', 'Standard pricing data', 'Prices', /expected a table of standard prices/],
  ])('refuses %s', (_, from, to, message) => {
    expect(() => read(page.replace(from, to))).toThrow(message);
  });
});
