/** Moonshot's own price page for the Kimi models. */
import { type Metric, type Row, SourceChanged, textOf } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { markdownTables } from '../../documents/markdown-tables.ts';
import { columnsOf, type PriceTable } from '../../documents/price-table.ts';
import { tokenSubject } from '../../rows/direct-sellers.ts';
import { rowMeters } from '../../rows/row-meters.ts';
import { tokenRows } from '../../rows/token-prices.ts';
import { docTables } from './doc-tables.ts';

export const kimi: Source = {
  id: 'kimi',
  name: 'Kimi price page',
  home: 'https://platform.kimi.ai/docs/pricing/chat',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '31 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price page', attribution: 'Moonshot AI' },
  optIn: false,
  expect: { atLeast: 11, mustQuote: [], rejectIfSkippedOver: 0.1 },
  requests: () => [{ url: 'https://platform.kimi.ai/docs/pricing/chat.md' }],
  parse: (artifact) => {
    const tables = [...docTables(textOf(artifact)), ...markdownTables(artifact)].filter(isPriceTable);
    if (tables.length === 0) throw new SourceChanged('expected tables of models with prices, found none');
    return tables.flatMap(tableRows);
  },
};

const isPriceTable = ({ header }: PriceTable) => header[0] === 'Model' && header.some((title) => /price/i.test(title));

type Column = Metric | 'model' | 'unit' | 'context';

const meaningOf: Readonly<Record<string, Column>> = {
  model: 'model',
  unit: 'unit',
  'context window': 'context',
  'cached input price': 'cache_read',
  'input price (cache hit)': 'cache_read',
  'input price': 'input',
  'input price (cache miss)': 'input',
  'cache write price (ttl 5min)': 'cache_write_5m',
  'cache write price (ttl 1h)': 'cache_write_1h',
  'output price': 'output',
};

const meterAt = (column: Column | undefined): Metric | undefined =>
  column === 'model' || column === 'unit' || column === 'context' ? undefined : column;

function tableRows(table: PriceTable): readonly Row[] {
  const columns = columnsOf(table, (title) => meaningOf[title]);
  return table.rows.flatMap((cells) => {
    const unit = cells[columns.indexOf('unit')]?.text;
    if (unit !== '1M tokens') throw new SourceChanged(`expected prices per 1M tokens, was ${unit}`);
    const meters = rowMeters(cells, (index) => meterAt(columns[index]));
    const name = cells[columns.indexOf('model')]?.text ?? '';
    const terms = { kind: 'token', tier: 'standard', contextFrom: 0 } as const;
    return tokenRows({ subject: tokenSubject('kimi', name, 'kimi'), venue: 'moonshotai', terms, meters });
  });
}
