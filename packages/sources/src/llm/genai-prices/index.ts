/**
 * Pydantic's genai-prices: the one list that knows from which day and at which hours a price applies. Its npm package ships a true
 * price table for machines without a network; where there is one, the published file is read as it changes.
 */
import { canonicalJson, type Row, type TokenTerms } from '@bandgap/core';
import { findProvider } from '@pydantic/genai-prices';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { directSeller, tokenSubject } from '../../rows/direct-sellers.ts';
import { tokenRows } from '../../rows/token-prices.ts';
import { bandsOf } from './context-bands.ts';
import { ModelPrices, pricesAt } from './price-conditions.ts';

const sellers = [
  'anthropic',
  'openai',
  'google',
  'x-ai',
  'deepseek',
  'moonshotai',
  'zai',
  'mistral',
  'minimax',
  'cohere',
  'perplexity',
];

const Providers = z.array(
  z.object({ id: z.string(), models: z.array(z.object({ id: z.string(), prices: ModelPrices })).min(1) }),
);
type Provider = z.infer<typeof Providers>[number];

export const genaiPrices: Source = {
  id: 'genai-prices',
  name: 'genai-prices',
  home: 'https://github.com/pydantic/genai-prices',
  commodity: 'llm_api',
  parserVersion: 3,
  schedule: '17 * * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'open', name: 'MIT', attribution: 'pydantic/genai-prices' },
  optIn: false,
  readByDay: true,
  expect: { atLeast: 400, mustQuote: ['anthropic/claude-opus-4-7'], rejectIfSkippedOver: 0.2 },
  bundled: {
    /** When version 0.1.8 was published on npm. */
    releasedAt: '2026-09-23T00:00:00.000Z',
    body: () => canonicalJson(sellers.map(pricesOf)),
  },
  requests: () => [
    { url: 'https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json' },
  ],
  parse: (artifact) =>
    Providers.parse(jsonDocument(artifact)).flatMap((provider, index) =>
      providerRows(provider, artifact.fetchedAt, jsonPointer(index, 'models')),
    ),
};

function pricesOf(id: string) {
  const models = findProvider({ providerId: id })?.models ?? [];
  return { id, models: models.map((model) => ({ id: model.id, prices: model.prices })) };
}

function providerRows({ id, models }: Provider, instant: string, path: string): readonly Row[] {
  const venue = directSeller(id);
  if (venue === undefined) return [];
  return models.flatMap((model, index) => {
    const subject = tokenSubject('genai-prices', model.id, venue);
    return pricesAt(model.prices, instant).flatMap(({ prices, window, validFrom, path: where }) =>
      bandsOf(prices, `${path}/${index}/prices${where}`).flatMap(({ contextFrom, meters }) => {
        const terms: TokenTerms = {
          kind: 'token',
          tier: 'standard',
          contextFrom,
          ...(window !== undefined && { window }),
          ...(validFrom !== undefined && { validFrom }),
        };
        return tokenRows({ subject, venue, terms, meters });
      }),
    );
  });
}
