/** LiteLLM's community price list: one JSON object, a member per model and reseller, USD per token. */
import { type Row, shiftDecimal, type TokenTerms } from '@bandgap/core';
import type { Source } from '../define-source.ts';
import { directSeller, tokenSubject } from '../direct-sellers.ts';
import { isJsonObject, type JsonObject, jsonObject, jsonPointer } from '../json-document.ts';
import { type Meter, tokenRows } from '../token-prices.ts';
import { priceKeys } from './price-keys.ts';

export const litellm: Source = {
  id: 'litellm',
  name: 'LiteLLM model prices',
  home: 'https://github.com/BerriAI/litellm',
  commodity: 'llm_api',
  parserVersion: 1,
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
    for (const id of Object.keys(document)) rows.push(...modelRows(id, document[id]));
    return rows;
  },
};

/** Only what labs sell themselves: of 86 resold OpenRouter rows 42 disagreed with OpenRouter on 2026-08-21. */
function modelRows(id: string, model: unknown): readonly Row[] {
  if (!isJsonObject(model)) return [];
  const venue = directSeller(model.litellm_provider);
  if (venue === undefined || (model.mode !== 'chat' && model.mode !== 'responses')) return [];
  const subject = tokenSubject('litellm', id, venue);
  return priceGroups(id, model).flatMap(({ terms, meters }) => tokenRows({ subject, venue, terms, meters }));
}

interface PriceGroup {
  readonly terms: TokenTerms;
  readonly meters: Meter[];
}

function priceGroups(id: string, model: JsonObject): readonly PriceGroup[] {
  const groups: PriceGroup[] = [];
  collect(groups, { prices: model, from: 0, path: jsonPointer(id) });
  for (const band of bandsOf(id, model)) collect(groups, band);
  return groups;
}

interface Band {
  readonly prices: JsonObject;
  readonly from: number;
  readonly path: string;
}

function collect(groups: PriceGroup[], { prices, from, path }: Band): void {
  for (const key of Object.keys(prices)) {
    const priceKey = priceKeys.get(key);
    if (priceKey === undefined) continue;
    const { metric, tier } = priceKey;
    const { meters } = groupOf(groups, tier, priceKey.contextFrom || from);
    meters.push({ metric, value: perMillion(prices[key]), at: `${path}/${key}` });
  }
}

function groupOf(groups: PriceGroup[], tier: TokenTerms['tier'], contextFrom: number): PriceGroup {
  for (const group of groups) if (group.terms.tier === tier && group.terms.contextFrom === contextFrom) return group;
  const group: PriceGroup = { terms: { kind: 'token', tier, contextFrom }, meters: [] };
  groups.push(group);
  return group;
}

/** Alibaba's models are priced by bands of prompt length: `{ range: [32000, 128000], input_cost_per_token, … }`. */
function bandsOf(id: string, { tiered_pricing }: JsonObject): readonly Band[] {
  if (!Array.isArray(tiered_pricing)) return [];
  return tiered_pricing.flatMap((prices: unknown, index) => {
    const [from] = isJsonObject(prices) && Array.isArray(prices.range) ? prices.range : [];
    const path = jsonPointer(id, 'tiered_pricing', index);
    return isJsonObject(prices) && typeof from === 'number' ? [{ prices, from, path }] : [];
  });
}

const perMillion = (perToken: unknown): unknown =>
  typeof perToken === 'number' && Number.isFinite(perToken) ? shiftDecimal(perToken, 6) : perToken;
