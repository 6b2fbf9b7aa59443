/** OpenAI's own price page, in Markdown: a table per service tier. */
import { type Artifact, SourceChanged, textOf } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { markdownTables } from '../../documents/markdown-tables.ts';
import { tableRows } from './table-rows.ts';

export const openai: Source = {
  id: 'openai',
  name: 'OpenAI price page',
  home: 'https://developers.openai.com/api/docs/pricing',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '22 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price page', attribution: 'OpenAI' },
  optIn: false,
  expect: { atLeast: 31, mustQuote: [], rejectIfSkippedOver: 0.1 },
  requests: () => [{ url: 'https://developers.openai.com/api/docs/pricing.md' }],
  parse: (artifact) => {
    const tables = markdownTables(artifact);
    if (!tables.some(({ heading }) => heading === 'Standard pricing data'))
      throw new SourceChanged('expected a table of standard prices, found none');
    return tables.flatMap((table) => tableRows(table, longPromptFrom(artifact)));
  },
};

/** The page says it once for all models, or in the name of each. */
function longPromptFrom(artifact: Artifact): number | undefined {
  const text = textOf(artifact);
  const [, thousands] = /Long context: >\s?(\d+)K|\(<(\d+)K context length\)/.exec(text)?.filter(Boolean) ?? [];
  return thousands === undefined ? undefined : Number(thousands) * 1000;
}
