/** What a table of Anthropic's page prices. */
import { dayOf, type Instant, type Metric, type Row, SourceChanged, skip, type TokenTerms } from '@bandgap/core';
import { type Cell, columnsOf, type PriceTable, priceIn } from '../../documents/price-table.ts';
import { tokenSubject } from '../../rows/direct-sellers.ts';
import { type Meter, tokenRows } from '../../rows/token-prices.ts';
import { modelsMentioned, type NamedModel, namedModels } from './named-models.ts';
import { type PriceColumn, priceColumn, promptLength } from './price-columns.ts';

const tiers: Readonly<Record<string, TokenTerms['tier']>> = {
  'model pricing': 'standard',
  'long context pricing': 'standard',
  'batch processing': 'batch',
  'fast mode pricing': 'fast',
  'fast mode': 'fast',
};

/** None for a table without prices per MTok. Throws SourceChanged where one has a heading or a title nobody taught. */
export function tableRows(table: PriceTable, fetchedAt: Instant): readonly Row[] {
  if (!table.rows.flat().some(({ text }) => text.endsWith('/ MTok'))) return [];
  const tier = tiers[table.heading.toLowerCase()];
  if (tier === undefined) throw new SourceChanged(`expected no prices per MTok under "${table.heading}"`);
  const columns = columnsOf(table, priceColumn);
  const nameColumn = columns.findIndex(({ kind }) => kind === 'model');

  let models = nameColumn < 0 ? modelsMentioned(table.lead) : [];
  return table.rows.flatMap((cells): readonly Row[] => {
    if (isDivider(cells)) return [];
    const name = cells[nameColumn];
    // A row without a name goes on about the models of the row above.
    if (name !== undefined && name.text !== '') models = namedModels(name.text);
    const prices = pricesIn(cells, columns);
    const [first] = prices;
    if (first !== undefined && models.length === 0)
      return [skip('unknown_subject', name?.text ?? table.lead, name?.at ?? first.at)];
    return models.flatMap((model) => modelRows({ model, shared: models.length > 1, tier, prices, fetchedAt }));
  });
}

/** One cell across the whole table: `Additional models`. */
const isDivider = (cells: readonly Cell[]) => cells.length > 1 && new Set(cells.map(({ at }) => at)).size === 1;

interface Price extends Meter {
  readonly contextFrom: number;
}

function pricesIn(cells: readonly Cell[], columns: readonly PriceColumn[]): readonly Price[] {
  const rowLength = cells[columns.findIndex(({ kind }) => kind === 'prompt_length')];
  const rowContext = rowLength === undefined ? 0 : (promptLength(rowLength.text)?.contextFrom ?? 0);
  return columns.flatMap((column, index): readonly Price[] => {
    const cell = cells[index];
    if (column.kind !== 'price' || cell === undefined) return [];
    const { metric, text } = column.metric === undefined ? namedMeter(cell.text) : { ...column, text: cell.text };
    const value = priceIn(text);
    if (metric === undefined || value === undefined) return [];
    return [{ metric, value, at: cell.at, contextFrom: Math.max(rowContext, column.contextFrom) }];
  });
}

function namedMeter(text: string): { readonly metric?: Metric; readonly text: string } {
  const [, meter, price = ''] = /^(Input|Output): (.*)$/.exec(text) ?? [];
  if (meter === undefined) return { text };
  return { metric: meter === 'Input' ? 'input' : 'output', text: price };
}

interface PricedModel {
  readonly model: NamedModel;
  /** Whether the row prices other models too. */
  readonly shared: boolean;
  readonly tier: TokenTerms['tier'];
  readonly prices: readonly Price[];
  readonly fetchedAt: Instant;
}

function modelRows({ model, shared, tier, prices, fetchedAt }: PricedModel): readonly Row[] {
  const today = dayOf(fetchedAt);
  const { id, from, through } = model;
  if (through !== undefined && through < today) return [];
  const contexts = [...new Set(prices.map(({ contextFrom }) => contextFrom))];
  return contexts.flatMap((context) => {
    const terms: TokenTerms = {
      kind: 'token',
      tier,
      contextFrom: Math.max(context, model.contextFrom),
      ...(from !== undefined && from > today && { validFrom: from }),
    };
    const meters = prices
      .filter(({ contextFrom }) => contextFrom === context)
      .map(({ metric, value, at }) => ({ metric, value, at: shared ? `${at}, ${id}` : at }));
    return tokenRows({ subject: tokenSubject('anthropic', id, 'anthropic'), venue: 'anthropic', terms, meters });
  });
}
