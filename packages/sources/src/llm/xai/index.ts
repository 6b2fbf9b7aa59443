/** xAI's own price page, in Markdown: one price for short prompts, another for long ones. */
import { type Metric, type Row, SourceChanged } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { markdownTables } from '../../documents/markdown-tables.ts';
import { columnsOf, type PriceTable } from '../../documents/price-table.ts';
import { tokenSubject } from '../../rows/direct-sellers.ts';
import { rowMeters } from '../../rows/row-meters.ts';
import { tokenRows } from '../../rows/token-prices.ts';
import { withJoinedHeader } from './header.ts';

export const xai: Source = {
  id: 'xai',
  name: 'xAI price page',
  home: 'https://docs.x.ai/developers/pricing',
  commodity: 'llm_api',
  parserVersion: 2,
  schedule: '29 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price page', attribution: 'xAI' },
  optIn: false,
  expect: { atLeast: 12, mustQuote: [], rejectIfSkippedOver: 0.1 },
  requests: () => [{ url: 'https://docs.x.ai/developers/models.md' }],
  parse: (artifact) => {
    const tables = markdownTables(artifact)
      .map(withJoinedHeader)
      .filter(({ header }) => header[0] === 'Model' && header.some((title) => /\bcached\b/i.test(title)));
    if (tables.length === 0) throw new SourceChanged('expected a table of models with prices, found none');
    return tables.flatMap(tableRows);
  },
};

interface PriceColumn {
  readonly metric: Metric;
  readonly long: boolean;
}

const metricOf: Readonly<Record<string, Metric>> = { input: 'input', cached: 'cache_read', output: 'output' };

type Column = PriceColumn | 'model' | 'context';

function columnOf(title: string): Column | undefined {
  if (title === 'model' || title === 'context') return title;
  const [, length, meter = title] = /^(short|long) context (.*)$/.exec(title) ?? [];
  const metric = metricOf[meter];
  return metric === undefined ? undefined : { metric, long: length === 'long' };
}

const meterAt = (column: Column | undefined, long: boolean): Metric | undefined =>
  typeof column === 'object' && column.long === long ? column.metric : undefined;

/** The cell of a model also says which prompts are long: `grok-4.6 Long context ≥ 200k tokens`. */
function tableRows(table: PriceTable): readonly Row[] {
  const columns = columnsOf(table, columnOf);
  return table.rows.flatMap((cells) => {
    const [, id = '', thousands] = /^(\S+)(?: Long context ≥ ?(\d+)k tokens)?$/i.exec(cells[0]?.text ?? '') ?? [];
    return [false, true].flatMap((long) => {
      const meters = rowMeters(cells, (index) => meterAt(columns[index], long));
      if (meters.length === 0) return [];
      if (long && thousands === undefined)
        throw new SourceChanged(`expected the length from which ${cells[0]?.text} costs more, found none`);
      const terms = { kind: 'token', tier: 'standard', contextFrom: long ? Number(thousands) * 1000 : 0 } as const;
      return tokenRows({ subject: tokenSubject('xai', id, 'xai'), venue: 'xai', terms, meters });
    });
  });
}
