/** Artificial Analysis: the median price of each model over the hosts it measures. */
import { type Row, SourceChanged } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { isJsonObject, type JsonObject, jsonObject, jsonPointer } from '../../documents/json-document.ts';
import { tokenSubject } from '../../rows/direct-sellers.ts';
import { type Meter, tokenRows } from '../../rows/token-prices.ts';

export const artificialAnalysis: Source = {
  id: 'artificial-analysis',
  name: 'Artificial Analysis',
  home: 'https://artificialanalysis.ai',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '35 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Free API, attribution required', attribution: 'artificialanalysis.ai' },
  optIn: true,
  needsKey: 'ARTIFICIAL_ANALYSIS_API_KEY',
  expect: { atLeast: 6, mustQuote: [], rejectIfSkippedOver: 0.4 },
  requests: ({ key }) => [
    { url: 'https://artificialanalysis.ai/api/v2/data/llms/models', headers: { 'x-api-key': key } },
  ],
  parse: (artifact) => {
    const { data } = jsonObject(artifact);
    if (!Array.isArray(data)) throw new SourceChanged('expected a list of models under data, found none');
    return data.flatMap((model: unknown, index) =>
      isJsonObject(model) ? modelRows(model, jsonPointer('data', index, 'pricing')) : [],
    );
  },
};

function modelRows({ slug, model_creator: creator, pricing }: JsonObject, path: string): readonly Row[] {
  if (typeof slug !== 'string' || !isJsonObject(creator) || !isJsonObject(pricing))
    throw new SourceChanged(`expected a model with slug, creator and pricing at ${path}`);
  const subject = tokenSubject('artificial-analysis', `${creator.slug}/${slug}`, 'artificial-analysis');
  const meters: readonly Meter[] = [
    { metric: 'input', value: pricing.price_1m_input_tokens, at: `${path}/price_1m_input_tokens` },
    { metric: 'output', value: pricing.price_1m_output_tokens, at: `${path}/price_1m_output_tokens` },
  ];
  const priced = meters.filter(({ value }) => value !== null && value !== undefined);
  const terms = { kind: 'token', tier: 'standard', contextFrom: 0 } as const;
  return tokenRows({ subject, venue: 'artificial-analysis', terms, meters: priced });
}
