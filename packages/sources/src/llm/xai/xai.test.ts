/** xAI: a header of two rows, and long prompts by the length each model states. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf } from '../../rows/token-quotes.fixture.ts';
import { xai } from './index.ts';

const page = new TextDecoder().decode(fixtureOf(xai).bytes);
const read = (text: string) => readDocument(xai, artifactOf(xai, text, { contentType: 'text/markdown' }));

const expectGrok45 = (rows: ReturnType<typeof read>) => {
  expect(metersOf(rows, 'xai/grok-4-5')).toEqual({ input: 2, cache_read: 0.3, output: 6 });
  expect(metersOf(rows, 'xai/grok-4-5', { contextFrom: 200_000 })).toEqual({ input: 4, cache_read: 0.6, output: 12 });
};

describe('xai', () => {
  it('reads short and long prompts', () => expectGrok45(read(page)));

  it('reads a table without long prompts', () => {
    const plain =
      '| Model | Context | Input | Cached | Output |\n|---|---|---|---|---|\n| grok-4.5 | 500k | $2.00 | $0.30 | $6.00 |\n';
    expect(metersOf(read(plain), 'xai/grok-4-5')).toEqual({ input: 2, cache_read: 0.3, output: 6 });
  });

  it.each([
    ['a renamed column', /Cached/g, 'Warm', /expected a table of models with prices/],
    [
      'long prompts of unknown length',
      / Long context ≥ 200k tokens/g,
      '',
      /expected the length from which grok-4.5 costs more/,
    ],
  ])('refuses %s', (_, from, to, message) => {
    expect(() => read(page.replace(from, to))).toThrow(message);
  });
});

describe.skipIf(recordingsAbsent)('xai on the recorded excerpt (skipped where the recordings are absent)', () => {
  it('reads Grok 4.5', () => {
    expectGrok45(read(new TextDecoder().decode(recording('api/vendor-pages/xai-pricing.excerpt.md'))));
  });
});
