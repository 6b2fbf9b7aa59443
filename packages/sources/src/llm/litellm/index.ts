/** LiteLLM's community price list: one JSON object, a member per model and reseller, USD per token. */
import { type Row, shiftDecimal, type TokenTerms } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { isJsonObject, type JsonObject, jsonObject, jsonPointer } from '../../documents/json-document.ts';
import { directSeller, tokenSubject } from '../../rows/direct-sellers.ts';
import { type Meter, tokenRows } from '../../rows/token-prices.ts';
import { isChat } from './is-chat.ts';
import { priceKeys } from './price-keys.ts';
import { impossibleResale } from './resold.ts';

export const litellm: Source = {
  id: 'litellm',
  name: 'LiteLLM model prices',
  home: 'https://github.com/BerriAI/litellm',
  commodity: 'llm_api',
  parserVersion: 3,
  schedule: '7 * * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'open', name: 'MIT', attribution: 'BerriAI/litellm' },
  optIn: false,
  expect: { atLeast: 40, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => [
    { url: 'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json' },
  ],
  parse: (artifact) => {
    const document = jsonObject(artifact);
    const rows: Row[] = [];
    for (const id of Object.keys(document)) {
      const model = document[id];
      if (isJsonObject(model)) addRows(rows, id, model);
    }
    return rows;
  },
};

function addRows(rows: Row[], id: string, model: JsonObject): void {
  const venue = directSeller(model.litellm_provider);
  if (venue === undefined) {
    const impossible = impossibleResale(id, model);
    if (impossible !== undefined) rows.push(impossible);
  } else if (isChat(model)) {
    const subject = tokenSubject('litellm', id, venue);
    for (const { terms, meters } of priceGroups(id, model))
      for (const row of tokenRows({ subject, venue, terms, meters })) rows.push(row);
  }
}

interface PriceGroup {
  readonly terms: TokenTerms;
  readonly meters: Meter[];
}

function priceGroups(id: string, model: JsonObject): readonly PriceGroup[] {
  const groups: PriceGroup[] = [];
  collect(groups, model, jsonPointer(id));
  if (Array.isArray(model.tiered_pricing))
    collectBands(groups, model.tiered_pricing, jsonPointer(id, 'tiered_pricing'));
  return groups;
}

function collect(groups: PriceGroup[], prices: JsonObject, path: string): void {
  for (const key of Object.keys(prices)) {
    const priceKey = priceKeys.get(key);
    if (priceKey === undefined) continue;
    const { metric, terms } = priceKey;
    metersOf(groups, terms).push({ metric, value: perMillion(prices[key]), at: `${path}/${key}` });
  }
}

function metersOf(groups: PriceGroup[], terms: TokenTerms): Meter[] {
  for (const group of groups) if (group.terms === terms) return group.meters;
  const meters: Meter[] = [];
  groups.push({ terms, meters });
  return meters;
}

/** Alibaba's models are priced by bands of prompt length: `{ range: [32000, 128000], input_cost_per_token, … }`. */
function collectBands(groups: PriceGroup[], bands: readonly unknown[], path: string): void {
  for (const [index, prices] of bands.entries()) {
    const [from] = isJsonObject(prices) && Array.isArray(prices.range) ? prices.range : [];
    if (!isJsonObject(prices) || typeof from !== 'number') continue;
    const inBand: PriceGroup[] = [];
    collect(inBand, prices, `${path}/${index}`);
    groups.push(...inBand.map(({ terms, meters }) => ({ terms: { ...terms, contextFrom: from }, meters })));
  }
}

const perMillion = (perToken: unknown): unknown =>
  typeof perToken === 'number' && Number.isFinite(perToken) ? shiftDecimal(perToken, 6) : perToken;
