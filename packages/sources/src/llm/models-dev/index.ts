/** models.dev: the catalogue that knows new models first. Only what labs sell themselves is read. */
import type { Row } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { isJsonObject, type JsonObject, jsonObject, jsonPointer } from '../../documents/json-document.ts';
import { directSeller, tokenSubject } from '../../rows/direct-sellers.ts';
import { tokenRows } from '../../rows/token-prices.ts';
import { costBands } from './cost.ts';

export const modelsDev: Source = {
  id: 'models-dev',
  name: 'models.dev',
  home: 'https://models.dev',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '32 * * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'open', name: 'MIT', attribution: 'models.dev' },
  optIn: false,
  expect: { atLeast: 15, mustQuote: ['anthropic/claude-opus-4-7'], rejectIfSkippedOver: 0.3 },
  requests: () => [{ url: 'https://models.dev/api.json' }],
  parse: (artifact) =>
    Object.entries(jsonObject(artifact)).flatMap(([seller, provider]) =>
      isJsonObject(provider) ? sellerRows(seller, provider) : [],
    ),
};

/** A provider holds its models under `models`; archives also keep them bare. */
function sellerRows(seller: string, provider: JsonObject): readonly Row[] {
  const venue = directSeller(seller);
  if (venue === undefined) return [];
  const nested = isJsonObject(provider.models) ? provider.models : undefined;
  const path = nested === undefined ? jsonPointer(seller) : jsonPointer(seller, 'models');
  return Object.entries(nested ?? provider).flatMap(([id, model]) =>
    isJsonObject(model) ? modelRows({ id, model, venue, path: `${path}${jsonPointer(id)}` }) : [],
  );
}

interface ListedModel {
  readonly id: string;
  readonly model: JsonObject;
  readonly venue: string;
  readonly path: string;
}

function modelRows({ id, model, venue, path }: ListedModel): readonly Row[] {
  const subject = tokenSubject('models-dev', id, venue);
  return costBands(model, path).flatMap(({ tier, contextFrom, meters }) =>
    tokenRows({ subject, venue, terms: { kind: 'token', tier, contextFrom }, meters }),
  );
}
