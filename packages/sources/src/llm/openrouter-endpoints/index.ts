/** OpenRouter's endpoints of a few models: what each host charges, with the discounts it gives at the moment. */
import { type Metric, type Row, SourceChanged, skip, type TokenTerms } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { isJsonObject, type JsonObject, jsonObject, jsonPointer } from '../../documents/json-document.ts';
import { directSeller, tokenSubject } from '../../rows/direct-sellers.ts';
import { type Meter, tokenRows } from '../../rows/token-prices.ts';
import { pricingBands } from '../openrouter/pricing.ts';
import { endpointTag } from './endpoint-tag.ts';
import { watchList } from './watch-list.ts';

export const openrouterEndpoints: Source = {
  id: 'openrouter-endpoints',
  name: 'OpenRouter endpoints',
  home: 'https://openrouter.ai/models',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '51 1,5,9,13,18,22 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'OpenRouter terms of service', attribution: 'OpenRouter' },
  optIn: false,
  expect: { atLeast: 2, mustQuote: [], rejectIfSkippedOver: 0.3 },
  requests: () => watchList.map((id) => ({ url: `https://openrouter.ai/api/v1/models/${id}/endpoints` })),
  parse: (artifact) => {
    const { data } = jsonObject(artifact);
    if (!isJsonObject(data) || typeof data.id !== 'string' || !Array.isArray(data.endpoints))
      throw new SourceChanged('expected a model with endpoints under data, found none');
    const subject = tokenSubject('openrouter', data.id, 'openrouter');
    return data.endpoints.flatMap((endpoint: unknown, index) =>
      isJsonObject(endpoint) ? endpointRows(endpoint, subject, jsonPointer('data', 'endpoints', index)) : [],
    );
  },
};

function endpointRows({ tag, pricing }: JsonObject, subject: string, path: string): readonly Row[] {
  if (typeof tag !== 'string' || !isJsonObject(pricing))
    throw new SourceChanged(`expected an endpoint with a tag and pricing at ${path}`);
  const { host, ...place } = endpointTag(tag);
  const venue = directSeller(host) ?? host;
  const discount = discountIn(pricing);
  if (discount === undefined) return [skip('unreadable', `${subject} at ${host}: discount ${pricing.discount}`, path)];

  return pricingBands(pricing, `${path}/pricing`, false).flatMap(({ contextFrom, meters }) => {
    const terms: TokenTerms = { kind: 'token', contextFrom, ...place };
    if (discount === 0) return tokenRows({ subject, venue, terms, meters });
    return [
      ...tokenRows({ subject, venue, terms: { ...terms, listing: 'promo' }, meters }),
      ...tokenRows({ subject, venue, terms, meters: meters.map((meter) => beforeDiscount(meter, discount)) }),
    ];
  });
}

/** A fraction of the list price, below one; 0 where there is none. */
function discountIn({ discount = 0 }: JsonObject): number | undefined {
  return typeof discount === 'number' && discount >= 0 && discount < 1 ? discount : undefined;
}

/** Twelve digits: the quotient of two decimals is a decimal no seller wrote with more. */
function beforeDiscount(meter: Meter, discount: number): { metric: Metric; value: unknown; at: string } {
  const { metric, value, at } = meter;
  const list = typeof value === 'number' ? Number((value / (1 - discount)).toPrecision(12)) : value;
  return { metric, value: list, at: `${at} before discount` };
}
