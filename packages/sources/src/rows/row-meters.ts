/** The meters that one row of a price table fills. */
import type { Metric } from '@bandgap/core';
import { type Cell, priceIn } from '../documents/price-table.ts';
import type { Meter } from './token-prices.ts';

/** `metricAt` says which meter a column holds; undefined for columns of other things. */
export const rowMeters = (cells: readonly Cell[], metricAt: (column: number) => Metric | undefined): readonly Meter[] =>
  cells.flatMap(({ text, at }, column): readonly Meter[] => {
    const metric = metricAt(column);
    const value = metric === undefined ? undefined : priceIn(text);
    return metric === undefined || value === undefined ? [] : [{ metric, value, at }];
  });
