/** What a table of OpenAI's page prices: one service tier, short prompts and long ones. */
import { type Metric, type Row, SourceChanged, type TokenTerms } from '@bandgap/core';
import { type Cell, columnsOf, type PriceTable } from '../../documents/price-table.ts';
import { tokenSubject } from '../../rows/direct-sellers.ts';
import { rowMeters } from '../../rows/row-meters.ts';
import { tokenRows } from '../../rows/token-prices.ts';
import { type PriceColumn, priceColumn } from './price-columns.ts';

/** Its fast mode is what the API calls the priority tier. */
const tiers: Readonly<Record<string, TokenTerms['tier']>> = {
  standard: 'standard',
  batch: 'batch',
  flex: 'flex',
  fast: 'priority',
  priority: 'priority',
};

/** None for tables of images, speech and tools. `longFrom` is the page's own length of a long prompt. */
export function tableRows(table: PriceTable, longFrom: number | undefined): readonly Row[] {
  const tier = tierOf(table);
  if (tier === undefined) return [];
  const columns = columnsOf(table, priceColumn);
  return table.rows.flatMap((cells) => modelRows({ cells, columns, tier, longFrom }));
}

/** A main table has its tier in the heading; a grouped one on a line of its own above the heading. */
function tierOf({ heading, before, header }: PriceTable): TokenTerms['tier'] | undefined {
  const main = /^(\w+) pricing data$/i.exec(heading)?.[1];
  if (main !== undefined) return tiers[main.toLowerCase()];
  const isForText = header.every((title) => priceColumn(title.toLowerCase()) !== undefined);
  const label = before.split('\n').findLast((line) => /^[A-Z][a-z]+$/.test(line));
  return isForText ? tiers[label?.toLowerCase() ?? 'standard'] : undefined;
}

interface PricedModel {
  readonly cells: readonly Cell[];
  readonly columns: readonly PriceColumn[];
  readonly tier: TokenTerms['tier'];
  readonly longFrom: number | undefined;
}

function modelRows({ cells, columns, tier, longFrom }: PricedModel): readonly Row[] {
  const name = cells[columns.findIndex(({ kind }) => kind === 'model')]?.text ?? '';
  const [, id = name, shortUpTo] = /^(\S+) \(<(\d+)K context length\)$/.exec(name) ?? [];
  const subject = tokenSubject('openai', id, 'openai');
  return [false, true].flatMap((long) => {
    const meters = rowMeters(cells, (index) => metricOf(columns[index], long));
    // Embeddings have no output.
    if (!meters.some(({ metric }) => metric === 'output')) return [];
    const contextFrom = long ? (longFrom ?? Number(shortUpTo) * 1000) : 0;
    if (Number.isNaN(contextFrom))
      throw new SourceChanged(`expected the length from which ${id} costs more, found none`);
    return tokenRows({ subject, venue: 'openai', terms: { kind: 'token', tier, contextFrom }, meters });
  });
}

const metricOf = (column: PriceColumn | undefined, long: boolean): Metric | undefined =>
  column?.kind === 'price' && column.long === long ? column.metric : undefined;
