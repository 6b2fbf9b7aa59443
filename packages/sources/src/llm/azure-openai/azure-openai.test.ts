/** Azure: meters named in abbreviations, per thousand or per million tokens. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { metersOf, tokenQuotes } from '../../rows/token-quotes.fixture.ts';
import { azureOpenai } from './index.ts';
import { meterName } from './meter-name.ts';

const fixture = fixtureOf(azureOpenai);
const rows = readDocument(azureOpenai, fixture);

describe('azure-openai', () => {
  it('reads prices per thousand and per million tokens', () => {
    const region = 'global';
    expect(metersOf(rows, 'openai/gpt-4-1', { region })).toEqual({ input: 2, cache_read: 0.5, output: 8 });
    expect(metersOf(rows, 'openai/gpt-5-6-sol', { region })).toEqual({ input: 4, output: 20 });
    expect(metersOf(rows, 'openai/gpt-5-6-sol', { region, contextFrom: 272_000 })).toEqual({ input: 8 });
    expect(metersOf(rows, 'openai/gpt-4o', { region: 'eastus2' })).toEqual({ input: 2.75 });
  });

  it.each([
    ['gpt 4.1 Inp glbl Tokens', { model: 'gpt-4.1', metric: 'input', reach: 'global' }],
    ['4o cchd Inp regnl 1M Tokens', { model: 'gpt-4o', metric: 'cache_read', reach: 'regional' }],
    ['5 mini pp Outp Gl 1M Tokens', { model: 'gpt-5-mini', metric: 'output', tier: 'priority' }],
    ['o3 mini 0131 Batch Outp Data Zone Tokens', { model: 'o3 mini 0131', tier: 'batch', reach: 'data-zone' }],
    ['5.6 sol LongCo Cd Inp Std DZ', { model: 'gpt-5.6-sol', metric: 'cache_read', contextFrom: 272_000 }],
  ])('reads the meter %s', (name, meter) => {
    expect(meterName(name)).toMatchObject(meter);
  });

  it.each([['Provisioned Managed Unit'], ['Inp glbl Tokens'], ['gpt 4.1 cached Outp glbl Tokens'], ['']])(
    'reads no meter of tokens in "%s"',
    (name) => {
      expect(meterName(name)).toBeUndefined();
    },
  );

  it('reads OpenAI models alone', () => {
    expect(tokenQuotes(rows).filter(({ series }) => /llama/i.test(series.subject))).toEqual([]);
  });

  it('follows the next page on the same service, and nowhere else', () => {
    const page = (NextPageLink: string | null) => artifactOf(azureOpenai, JSON.stringify({ Items: [], NextPageLink }));
    const next = 'https://prices.azure.com/api/retail/prices?$skip=1000';
    expect(azureOpenai.follow?.(page(next), { key: '' })).toEqual({ url: next });
    expect(azureOpenai.follow?.(page('https://example.com/'), { key: '' })).toBeUndefined();
    expect(azureOpenai.follow?.(page(null), { key: '' })).toBeUndefined();
  });
});
