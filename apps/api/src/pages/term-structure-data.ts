/** The tables behind the charts of terms and of the basis. */
import { type BasisChart, placeOfTenor, type TermPoint, type TermStructureChart, usd } from '@bandgap/charts';
import { startOf } from '@bandgap/core';
import type { Cell, DataBehind } from './chart.tsx';

export const termData = ({ tenors, lines }: TermStructureChart): DataBehind => ({
  columns: ['bound for', ...lines.map(({ label }) => `#${label}`)],
  rows: tenors.map((heading, tenor) => {
    const ofLines = lines.map(({ points }) => points.filter((point) => point.tenor === tenor));
    const place = ofLines.flat().length === 0 ? {} : { x: placeOfTenor(tenor) };
    return { ...place, heading, cells: ofLines.map(termCell) };
  }),
});

/** Each price with the number of its sellers; several have no one height. */
function termCell(points: readonly TermPoint[]): Cell {
  const text = points.map(({ price, owners }) => `${usd(price)} (${owners})`).join(', ');
  const [only, another] = points;
  return only === undefined || another !== undefined ? text : { y: Number(only.price.toFixed(4)), text };
}

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
