/** Z.ai's own price page, in Markdown. */
import { type Metric, type Row, SourceChanged } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { markdownTables } from '../../documents/markdown-tables.ts';
import { columnsOf, type PriceTable } from '../../documents/price-table.ts';
import { tokenSubject } from '../../rows/direct-sellers.ts';
import { rowMeters } from '../../rows/row-meters.ts';
import { tokenRows } from '../../rows/token-prices.ts';

export const zai: Source = {
  id: 'zai',
  name: 'Z.ai price page',
  home: 'https://docs.z.ai/guides/overview/pricing',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '27 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price page', attribution: 'Z.ai' },
  optIn: false,
  expect: { atLeast: 16, mustQuote: [], rejectIfSkippedOver: 0.4 },
  requests: () => [{ url: 'https://docs.z.ai/guides/overview/pricing.md' }],
  parse: (artifact) => {
    const tables = markdownTables(artifact).filter(({ lead }) => /Prices per 1M tokens/i.test(lead));
    if (tables.length === 0) throw new SourceChanged('expected tables of prices per 1M tokens, found none');
    return tables.flatMap(tableRows);
  },
};

type Column = Metric | 'model' | 'storage';

/** Storing a cached prompt is priced by the hour, where it is priced. */
const meaningOf: Readonly<Record<string, Column>> = {
  model: 'model',
  input: 'input',
  'cached input': 'cache_read',
  'cached input storage': 'storage',
  output: 'output',
};

const meterAt = (column: Column | undefined): Metric | undefined =>
  column === 'model' || column === 'storage' ? undefined : column;

function tableRows(table: PriceTable): readonly Row[] {
  const columns = columnsOf(table, (title) => meaningOf[title]);
  return table.rows.flatMap((cells) => {
    const name = cells[columns.indexOf('model')]?.text.toLowerCase() ?? '';
    const meters = rowMeters(cells, (index) => meterAt(columns[index]));
    const terms = { kind: 'token', tier: 'standard', contextFrom: 0 } as const;
    return tokenRows({ subject: tokenSubject('zai', name, 'zai'), venue: 'zhipuai', terms, meters });
  });
}
