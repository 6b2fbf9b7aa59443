/** Azure's meter names, in the many abbreviations they have had: `5.6 sol ShortCo Inp Std Gl`, `gpt 4.1 cached Inp glbl Tokens`. */
import type { Metric, TokenTerms } from '@bandgap/core';

export interface MeterName {
  /** As a lab's id would read, where the words are those of one; otherwise the words. */
  readonly model: string;
  readonly metric: Metric;
  readonly tier: TokenTerms['tier'];
  readonly contextFrom: number;
  /** `regional` is the region of the row. */
  readonly reach: 'global' | 'data-zone' | 'regional';
}

type Said = Partial<Omit<MeterName, 'model'>> & { readonly cached?: true };

const vocabulary: readonly (readonly [RegExp, Said])[] = [
  [/^(inp|input)$/, { metric: 'input' }],
  [/^(outp|opt|output)$/, { metric: 'output' }],
  [/^(cached|cchd|cd)$/, { cached: true }],
  [/^batch$/, { tier: 'batch' }],
  [/^(pp|priority)$/, { tier: 'priority' }],
  [/^longco$/, { contextFrom: 272_000 }],
  [/^(gl|glbl|global)$/, { reach: 'global' }],
  [/^(dz|dzone|datazone|zone)$/, { reach: 'data-zone' }],
  [/^(regnl|regional|data|shortco|std|tokens?|1m|1k)$/, {}],
];

/** Undefined for meters of images, speech, training and hosting. */
export function meterName(text: string): MeterName | undefined {
  const model: string[] = [];
  let said: Said = {};
  for (const word of text.toLowerCase().split(/\s+/)) {
    const meaning = vocabulary.find(([pattern]) => pattern.test(word))?.[1];
    if (meaning === undefined) model.push(word);
    else said = { ...said, ...meaning };
  }
  const { metric, cached, tier = 'standard', contextFrom = 0, reach = 'regional' } = said;
  if (metric === undefined || model.length === 0 || (cached && metric === 'output')) return undefined;
  return { model: modelOf(model), metric: cached ? 'cache_read' : metric, tier, contextFrom, reach };
}

/** Azure leaves `gpt` out of some names. Words that are not those of an OpenAI model stay as they are, with their spaces. */
function modelOf(words: readonly string[]): string {
  const id = words.join('-').replace(/^(?=\d)/, 'gpt-');
  const isKnown = /^gpt-\d+(\.\d+)?o?(-(mini|nano|pro|sol|terra|luna|codex))*$|^o[1-9](-(mini|pro))?$/.test(id);
  return isKnown ? id : words.join(' ');
}
