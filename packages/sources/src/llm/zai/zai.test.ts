/** Z.ai: free is a word, a dash is no price, and only tables per million tokens count. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf } from '../../rows/token-quotes.fixture.ts';
import { zai } from './index.ts';

const page = new TextDecoder().decode(fixtureOf(zai).bytes);
const read = (text: string) => readDocument(zai, artifactOf(zai, text, { contentType: 'text/markdown' }));
const rows = read(page);

describe('zai', () => {
  it('reads text and vision models', () => {
    expect(metersOf(rows, 'zhipuai/glm-5-2')).toEqual({ input: 1.4, cache_read: 0.26, output: 4.4 });
    expect(metersOf(rows, 'zhipuai/glm-5v-turbo')).toEqual({ input: 1.2, cache_read: 0.24, output: 4 });
  });

  it('has no cached price where the page has a dash or a backslash', () => {
    expect(metersOf(rows, 'zhipuai/glm-4-32b-0414-128k')).toEqual({ input: 0.1, output: 0.1 });
    expect(metersOf(rows, 'zhipuai/glm-ocr')).toEqual({ input: 0.03, output: 0.03 });
  });

  it('calls a free model free', () => {
    expect(rows.filter(({ kind }) => kind === 'skip')).toMatchObject([
      { code: 'free', text: 'zhipuai/glm-4-7-flash standard' },
    ]);
  });

  it('refuses a renamed column, and a page without prices per million tokens', () => {
    expect(() => read(page.replace('Cached Input Storage', 'Warm Input'))).toThrow(/found "Warm Input"/);
    expect(() => read(page.replaceAll('1M tokens', '1K tokens'))).toThrow(/expected tables of prices per 1M tokens/);
  });
});
