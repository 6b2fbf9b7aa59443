/** Azure's retail price list for OpenAI models in its Foundry, one region. */
import { type Row, SourceChanged, shiftDecimal, skip, type TokenTerms } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { isJsonObject, type JsonObject, jsonObject, jsonPointer } from '../../documents/json-document.ts';
import { tokenSubject } from '../../rows/direct-sellers.ts';
import { type Meter, type TokenPrices, tokenRows } from '../../rows/token-prices.ts';
import { meterName } from './meter-name.ts';

const filter = "serviceName eq 'Foundry Models' and armRegionName eq 'eastus2' and priceType eq 'Consumption'";
const endpoint = 'https://prices.azure.com/api/retail/prices';

export const azureOpenai: Source = {
  id: 'azure-openai',
  name: 'Azure OpenAI retail prices',
  home: 'https://azure.microsoft.com/pricing/details/cognitive-services/openai-service/',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '15 5 * * *',
  staleAfterMinutes: 72 * 60,
  licence: { terms: 'attribution', name: 'Azure retail prices', attribution: 'Microsoft' },
  optIn: false,
  expect: { atLeast: 4, mustQuote: [], rejectIfSkippedOver: 0.6 },
  requests: () => [{ url: `${endpoint}?$filter=${encodeURIComponent(filter)}` }],
  follow: (artifact) => {
    const { NextPageLink } = jsonObject(artifact);
    return typeof NextPageLink === 'string' && NextPageLink.startsWith(endpoint) ? { url: NextPageLink } : undefined;
  },
  parse: (artifact) => {
    const { Items } = jsonObject(artifact);
    if (!Array.isArray(Items)) throw new SourceChanged('expected a list of Items, found none');
    const prices = new Map<string, TokenPrices & { readonly meters: Meter[] }>();
    const skips = Items.flatMap((item: unknown, index) =>
      isJsonObject(item) ? collect(prices, item, jsonPointer('Items', index)) : [],
    );
    return [...skips, ...[...prices.values()].flatMap(tokenRows)];
  },
};

const decimalPlaces: Readonly<Record<string, number>> = { '1K': 3, '1M': 0 };

function collect(
  prices: Map<string, TokenPrices & { readonly meters: Meter[] }>,
  item: JsonObject,
  path: string,
): readonly Row[] {
  const { meterName: name, productName, retailPrice, unitOfMeasure, armRegionName, currencyCode = 'USD' } = item;
  if (typeof name !== 'string' || !/openai/i.test(String(productName))) return [];
  const meter = meterName(name);
  if (meter === undefined) return [];
  const places = decimalPlaces[String(unitOfMeasure)];
  if (places === undefined || currencyCode !== 'USD')
    return [skip('unknown_unit', `${name}: ${currencyCode} per ${unitOfMeasure}`, `${path}/retailPrice`)];

  const { model, metric, tier, contextFrom, reach } = meter;
  const region = reach === 'regional' ? String(armRegionName) : reach;
  const terms: TokenTerms = { kind: 'token', tier, contextFrom, region };
  const key = `${model} ${tier} ${contextFrom} ${region}`;
  const subject = tokenSubject('azure-openai', model, 'openai');
  const group = prices.get(key) ?? { subject, venue: 'azure', terms, meters: [] };
  const value = typeof retailPrice === 'number' ? shiftDecimal(retailPrice, places) : retailPrice;
  group.meters.push({ metric, value, at: `${path}/retailPrice` });
  prices.set(key, group);
  return [];
}
