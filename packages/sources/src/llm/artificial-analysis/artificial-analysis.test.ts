/** Artificial Analysis: prices by model, asked for with a key. */
import { expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf } from '../../rows/token-quotes.fixture.ts';
import { artificialAnalysis } from './index.ts';

const rows = readDocument(artificialAnalysis, fixtureOf(artificialAnalysis));

it('reads prices of models it knows and of models it does not', () => {
  expect(metersOf(rows, 'anthropic/claude-opus-4-7')).toEqual({ input: 5, output: 25 });
  expect(metersOf(rows, 'zhipuai/glm-5-2')).toEqual({ input: 1.4, output: 4.4 });
  expect(metersOf(rows, 'raw:artificial-analysis:acme/model-one')).toEqual({ input: 1, output: 5 });
});

it('tells zero from absent', () => {
  const skips = rows.filter(({ kind }) => kind === 'skip');
  expect(skips).toMatchObject([{ code: 'unpriced', text: 'raw:artificial-analysis:acme/free-one standard' }]);
});

it('sends its key in a header, not in the address', () => {
  const [request] = artificialAnalysis.requests({ key: 'secret' });
  expect(request).toMatchObject({ headers: { 'x-api-key': 'secret' }, url: expect.not.stringContaining('secret') });
});
