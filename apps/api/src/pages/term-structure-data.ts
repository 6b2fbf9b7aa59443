/** The tables behind the charts of terms and of the basis. */
import { type BasisChart, type TermStructureChart, usd } from '@bandgap/charts';
import { startOf } from '@bandgap/core';
import type { DataBehind } from './chart.tsx';

export const termData = ({ tenors, lines }: TermStructureChart): DataBehind => ({
  columns: ['bound for', ...lines.map(({ label }) => `#${label}`)],
  rows: tenors.map((heading, tenor) => ({
    heading,
    cells: lines.map(({ points }) =>
      points
        .filter((point) => point.tenor === tenor)
        .map(({ price, owners }) => `${usd(price)} (${owners})`)
        .join(', '),
    ),
  })),
});

export const basisData = ({ lines }: BasisChart): DataBehind => ({
  columns: ['day', ...lines.map(({ label }) => `#${label}`)],
  rows: [...new Set(lines.flatMap(({ points }) => points.map(({ day }) => day)))].sort().map((day) => ({
    x: Date.parse(startOf(day)),
    heading: day,
    cells: lines.map(({ points }) => {
      const value = points.find((point) => point.day === day)?.value;
      return value == null ? '' : { y: Number(value.toFixed(4)), text: usd(value) };
    }),
  })),
});
