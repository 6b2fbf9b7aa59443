/** The table behind the history of an index. */
import { usd } from '@bandgap/charts';
import { startOf } from '@bandgap/core';
import type { DatedIndexPoint } from '@bandgap/views';
import type { Cell, DataBehind } from './chart.tsx';

export const historyData = (points: readonly DatedIndexPoint[]): DataBehind => ({
  columns: ['day', '#index', '#lowest', '#highest', '#owners', '#note'],
  rows: points.map(({ day, value, low, high, n, confidence, fixed }) => ({
    x: Date.parse(startOf(day)),
    heading: day,
    cells: [
      value === null ? 'no value' : cell(value),
      low === null ? '' : cell(low),
      high === null ? '' : cell(high),
      String(n),
      [...(confidence === 'ok' ? [] : [`confidence ${confidence}`]), ...(fixed ? [] : ['before the fixing'])].join(
        ', ',
      ),
    ],
  })),
});

const cell = (price: number): Cell => ({ y: Number(price.toFixed(4)), text: usd(price) });
