/** Which of many tellings is news. */
import { expect, it } from 'vitest';
import { isMarketNews } from './market-events.ts';

it.each([
  ['price_changed', 'confirmed-price', true],
  ['price_changed', 'anthropic', false],
  ['price_changed', 'openrouter', false],
  ['blend_changed', 'blended-price', true],
  ['change_scheduled', 'anthropic', true],
  ['model_added', 'litellm', false],
  ['deprecation_announced', 'litellm', true],
  ['source_disagreement', 'confirmed-price', false],
  ['parser_drift', 'anthropic', false],
])('%s by %s: %s', (kind, source, news) => expect(isMarketNews({ kind, source, subject: 'lab/model' })).toBe(news));

it('a model that nobody knows is no news, but where a name points to is', () => {
  const told = { source: 'openrouter', subject: 'raw:openrouter:~x-ai/grok-latest' };
  expect(isMarketNews({ ...told, kind: 'deprecation_announced' })).toBe(false);
  expect(isMarketNews({ ...told, kind: 'alias_repointed' })).toBe(true);
});
