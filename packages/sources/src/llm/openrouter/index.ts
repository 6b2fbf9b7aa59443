/**
 * OpenRouter's catalogue: what its router charges for each model today. The price is net of discounts and follows the host it picks,
 * so it is a quote of OpenRouter's own, never a lab's list price.
 */
import { type Row, SourceChanged } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { isJsonObject, type JsonObject, jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { tokenSubject } from '../../rows/direct-sellers.ts';
import { tokenRows } from '../../rows/token-prices.ts';
import { modelId } from './model-id.ts';
import { pricingBands } from './pricing.ts';

export const openrouter: Source = {
  id: 'openrouter',
  name: 'OpenRouter catalogue',
  home: 'https://openrouter.ai/models',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '12 * * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'OpenRouter terms of service', attribution: 'OpenRouter' },
  optIn: false,
  expect: { atLeast: 25, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://openrouter.ai/api/v1/models' }],
  parse: (artifact) => {
    const { models, path } = modelsIn(jsonDocument(artifact));
    return models.flatMap((model, index) => (isJsonObject(model) ? modelRows(model, `${path}/${index}`) : []));
  },
};

/** The list stands under `data`; archives also keep it bare. */
function modelsIn(document: unknown): { readonly models: readonly unknown[]; readonly path: string } {
  if (Array.isArray(document)) return { models: document, path: '' };
  if (isJsonObject(document) && Array.isArray(document.data)) return { models: document.data, path: '/data' };
  throw new SourceChanged('expected a list of models under data, found none');
}

function modelRows({ id, pricing, architecture }: JsonObject, path: string): readonly Row[] {
  if (typeof id !== 'string' || !isJsonObject(pricing))
    throw new SourceChanged(`expected a model with id and pricing at ${path}, was ${JSON.stringify(id)}`);
  if (!writesText(architecture)) return [];
  const { model, tier, free } = modelId(id);
  const subject = tokenSubject('openrouter', model, 'openrouter');
  return pricingBands(pricing, `${path}${jsonPointer('pricing')}`, free).flatMap(({ contextFrom, meters }) =>
    tokenRows({ subject, venue: 'openrouter', terms: { kind: 'token', tier, contextFrom }, meters }),
  );
}

/** Models that only draw or speak are priced by other units. */
function writesText(architecture: unknown): boolean {
  const outputs = isJsonObject(architecture) ? architecture.output_modalities : undefined;
  return !Array.isArray(outputs) || outputs.includes('text');
}
