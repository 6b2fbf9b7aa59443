/** The table behind the chart of a rule. */
import { type PriceHistory, usd } from '@bandgap/charts';
import { startOf } from '@bandgap/core';
import type { DataBehind } from './chart.tsx';

export const alertData = ({ points, alerts = [] }: PriceHistory): DataBehind => ({
  columns: ['day', '#value', '#told'],
  rows: points.map(({ day, value }) => ({
    x: Date.parse(startOf(day)),
    heading: day,
    cells: [
      value === null ? 'no value' : { y: Number(value.toFixed(4)), text: usd(value) },
      alerts
        .filter((alert) => alert.day === day)
        .map(({ to }) => to.replace('_', ' '))
        .join(', '),
    ],
  })),
});
