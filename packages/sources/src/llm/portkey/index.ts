/** Portkey's open price list, a file per seller: a third opinion on what the labs charge. */
import { type Row, SourceChanged } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { isJsonObject, jsonObject, jsonPointer } from '../../documents/json-document.ts';
import { directSeller, tokenSubject } from '../../rows/direct-sellers.ts';
import { tokenRows } from '../../rows/token-prices.ts';
import { priceBlocks } from './price-blocks.ts';

const sellers = ['anthropic', 'openai', 'google', 'x-ai', 'deepseek', 'moonshot', 'zai', 'mistral-ai'];

export const portkey: Source = {
  id: 'portkey',
  name: 'Portkey model prices',
  home: 'https://github.com/Portkey-AI/models',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '40 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'open', name: 'MIT', attribution: 'Portkey-AI/models' },
  optIn: false,
  expect: { atLeast: 6, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => sellers.map((seller) => ({ url: `https://configs.portkey.ai/pricing/${seller}.json` })),
  parse: (artifact) => {
    const [, seller] = /\/pricing\/([a-z-]+)\.json$/.exec(artifact.url) ?? [];
    const venue = directSeller(seller);
    if (venue === undefined) throw new SourceChanged(`expected the prices of a lab, was ${artifact.url}`);
    return Object.entries(jsonObject(artifact)).flatMap(([id, model]) => modelRows({ id, model, venue }));
  },
};

interface ListedModel {
  readonly id: string;
  readonly model: unknown;
  readonly venue: string;
}

/** `default` says how a price is worked out, not what anything costs. */
function modelRows({ id, model, venue }: ListedModel): readonly Row[] {
  if (id === 'default' || !isJsonObject(model)) return [];
  const subject = tokenSubject('portkey', id, venue);
  return priceBlocks(model, jsonPointer(id)).flatMap(({ meters, ...terms }) =>
    tokenRows({ subject, venue, terms: { kind: 'token', contextFrom: 0, ...terms }, meters }),
  );
}
