/** The tables behind both views of the One Chart. */
import { type OneChart, percent, usd } from '@bandgap/charts';
import { isoIrrInput, type Scenario } from '@bandgap/views';
import type { DataBehind } from './chart.tsx';

export const curveData = ({ curves }: OneChart): DataBehind => ({
  columns: ['project IRR', ...curves.map(({ label }) => `#${label}`)],
  rows: (curves[0]?.points ?? []).map(({ irr }, index) => ({
    x: irr * 100,
    heading: percent(irr),
    cells: curves.flatMap(({ points }) => points.slice(index, index + 1).map(({ price }) => priceCell(price))),
  })),
});

const steps = 24;

/** The lines are straight, so points between their ends lie on them. */
export function lineData(scenario: Scenario): DataBehind {
  const { lines } = isoIrrInput(scenario);
  const [first, last] = [lines[0]?.points[0]?.systemPrice ?? 0, lines[0]?.points.at(-1)?.systemPrice ?? 0];
  const places = Array.from({ length: steps + 1 }, (_, step) => first + ((last - first) * step) / steps);
  return {
    columns: ['system price per GPU', ...lines.map(({ irr }) => `#at ${percent(irr)}`)],
    rows: places.map((systemPrice) => ({
      x: systemPrice,
      heading: usd(systemPrice),
      cells: lines.flatMap(({ points: [start, end] }) => {
        if (start === undefined || end === undefined) return [];
        const along = (systemPrice - start.systemPrice) / (end.systemPrice - start.systemPrice);
        return [priceCell(start.price + along * (end.price - start.price))];
      }),
    })),
  };
}

const priceCell = (price: number) => ({ y: Number(price.toFixed(4)), text: usd(price) });
