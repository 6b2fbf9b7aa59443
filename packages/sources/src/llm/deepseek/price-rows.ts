/** DeepSeek's price table: a column per model, a row per meter and time of day. */
import { type Metric, type Row, SourceChanged, type TokenTerms } from '@bandgap/core';
import { type Cell, type PriceTable, priceIn } from '../../documents/price-table.ts';
import { tokenSubject } from '../../rows/direct-sellers.ts';
import { type Meter, tokenRows } from '../../rows/token-prices.ts';
import { peakHours } from './peak-hours.ts';

const meters: readonly (readonly [RegExp, Metric])[] = [
  [/^1M (INPUT TOKENS|TOKENS INPUT) \(CACHE HIT\)$/, 'cache_read'],
  [/^1M (INPUT TOKENS|TOKENS INPUT) \(CACHE MISS\)$/, 'input'],
  [/^1M (OUTPUT TOKENS|TOKENS OUTPUT)$/, 'output'],
];

interface PriceRow {
  readonly metric: Metric;
  readonly peak: boolean;
  readonly cells: readonly Cell[];
}

/** `page` is the text in which the peak hours are stated. Throws SourceChanged where the table is not the one we know. */
export function priceRows({ rows }: PriceTable, page: string): readonly Row[] {
  const header = rows.find(([title]) => title?.text === 'MODEL') ?? [];
  const firstModel = header.findIndex(({ text }) => text !== 'MODEL');
  if (firstModel < 0) throw new SourceChanged('expected a row MODEL that names the models, found none');
  const priced = rows.flatMap((cells) => priceRow(cells, firstModel));
  return header.slice(firstModel).flatMap((model, index) => {
    const column = firstModel + index;
    return [false, true].flatMap((peak) => {
      const cells = priced.filter((row) => row.peak === peak).flatMap((row) => meterIn(row, column));
      if (cells.length === 0) return [];
      const terms: TokenTerms = {
        kind: 'token',
        tier: 'standard',
        contextFrom: 0,
        ...(peak && { window: peakHours(page) }),
      };
      return tokenRows({
        subject: tokenSubject('deepseek', model.text, 'deepseek'),
        venue: 'deepseek',
        terms,
        meters: cells,
      });
    });
  });
}

function priceRow(cells: readonly Cell[], firstModel: number): readonly PriceRow[] {
  const [group, ...labels] = [...new Set(cells.slice(0, firstModel).map(({ text }) => text))];
  if (group !== 'PRICING') return [];
  const [meter = '', time = 'OFF-PEAK'] = labels;
  const metric = meters.find(([pattern]) => pattern.test(meter))?.[1];
  if (metric === undefined || !/^(OFF-)?PEAK$/.test(time))
    throw new SourceChanged(`expected a price of cached, other or written tokens, found "${labels.join(', ')}"`);
  return [{ metric, peak: time === 'PEAK', cells }];
}

function meterIn({ metric, cells }: PriceRow, column: number): readonly Meter[] {
  const cell = cells[column];
  const value = cell === undefined ? undefined : priceIn(cell.text);
  return cell === undefined || value === undefined ? [] : [{ metric, value, at: cell.at }];
}
