/** DeepSeek's own price page: off-peak prices, and those of the peak hours it introduced on 2026-08-17. */
import { SourceChanged } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { htmlTables } from '../../documents/html-tables.ts';
import { article } from './article.ts';
import { priceRows } from './price-rows.ts';

export const deepseek: Source = {
  id: 'deepseek',
  name: 'DeepSeek price page',
  home: 'https://api-docs.deepseek.com/quick_start/pricing',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '25 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price page', attribution: 'DeepSeek' },
  optIn: false,
  expect: { atLeast: 3, mustQuote: [], rejectIfSkippedOver: 0.1 },
  requests: () => [{ url: 'https://api-docs.deepseek.com/quick_start/pricing' }],
  parse: (artifact) => {
    const page = article(artifact);
    const [table] = htmlTables(page);
    if (table === undefined) throw new SourceChanged('expected a table of models and prices, found none');
    return priceRows(table, page.root().text());
  },
};
