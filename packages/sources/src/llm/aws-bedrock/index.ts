/** Amazon's public price list for Bedrock: every model it sells by the token, by region. */
import { type Row, SourceChanged, shiftDecimal, skip, type TokenTerms } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { isJsonObject, type JsonObject, jsonObject, jsonPointer } from '../../documents/json-document.ts';
import { type Meter, type TokenPrices, tokenRows } from '../../rows/token-prices.ts';
import { bedrockSubject } from './model-names.ts';
import { tokenProduct } from './product.ts';

const offers = ['AmazonBedrock', 'AmazonBedrockFoundationModels'];

export const awsBedrock: Source = {
  id: 'aws-bedrock',
  name: 'Amazon Bedrock price list',
  home: 'https://aws.amazon.com/bedrock/pricing/',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '10 5 * * *',
  staleAfterMinutes: 72 * 60,
  licence: { terms: 'attribution', name: 'AWS price list', attribution: 'Amazon Web Services' },
  optIn: false,
  expect: { atLeast: 3, mustQuote: [], rejectIfSkippedOver: 0.4 },
  requests: () =>
    offers.map((offer) => ({
      url: `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/${offer}/current/us-east-1/index.json`,
    })),
  parse: (artifact) => {
    const { products, terms } = jsonObject(artifact);
    const onDemand = isJsonObject(terms) ? terms.OnDemand : undefined;
    if (!isJsonObject(products) || !isJsonObject(onDemand))
      throw new SourceChanged('expected products and terms on demand, found none');
    const prices = new Map<string, TokenPrices & { readonly meters: Meter[] }>();
    const skips = Object.entries(products).flatMap(([sku, product]) => collect(prices, sku, { product, onDemand }));
    return [...skips, ...[...prices.values()].flatMap(tokenRows)];
  },
};

interface Listed {
  readonly product: unknown;
  readonly onDemand: JsonObject;
}

function collect(
  prices: Map<string, TokenPrices & { readonly meters: Meter[] }>,
  sku: string,
  { product, onDemand }: Listed,
): readonly Row[] {
  const attributes = isJsonObject(product) && isJsonObject(product.attributes) ? product.attributes : {};
  const sold = tokenProduct(attributes);
  if (sold === undefined) return [];
  const { model, metric, tier, region } = sold;
  const price = priceOf(sku, onDemand[sku]);
  if (price.kind === 'skip') return [skip(price.code, `${model} ${metric}: ${price.text}`, price.at)];
  const terms: TokenTerms = { kind: 'token', tier, contextFrom: 0, region };
  const key = `${model} ${tier} ${region}`;
  const group = prices.get(key) ?? { subject: bedrockSubject(model), venue: 'amazon-bedrock', terms, meters: [] };
  group.meters.push({ metric, value: price.value, at: price.at });
  prices.set(key, group);
  return [];
}

const decimalPlaces: Readonly<Record<string, number>> = { '1K tokens': 3, '1M tokens': 0 };

/** USD per million tokens, from the one dimension a price on demand has. */
function priceOf(sku: string, offer: unknown) {
  const path = jsonPointer('terms', 'OnDemand', sku);
  const [termCode, term] = isJsonObject(offer) ? (Object.entries(offer)[0] ?? []) : [];
  const dimensions = isJsonObject(term) && isJsonObject(term.priceDimensions) ? term.priceDimensions : {};
  const [rateCode, dimension] = Object.entries(dimensions)[0] ?? [];
  if (
    termCode === undefined ||
    rateCode === undefined ||
    !isJsonObject(dimension) ||
    !isJsonObject(dimension.pricePerUnit)
  )
    return { kind: 'skip', code: 'out_of_scope', text: 'not sold on demand', at: path } as const;
  const at = `${path}${jsonPointer(termCode, 'priceDimensions', rateCode, 'pricePerUnit', 'USD')}`;
  const places = decimalPlaces[String(dimension.unit)];
  if (places === undefined) return { kind: 'skip', code: 'unknown_unit', text: String(dimension.unit), at } as const;
  const { USD } = dimension.pricePerUnit;
  const value = typeof USD === 'string' && /^\d+(\.\d+)?$/.test(USD) ? shiftDecimal(Number(USD), places) : USD;
  return { kind: 'price', value, at } as const;
}
