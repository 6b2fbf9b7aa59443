/** How the floor of a project reacts: one assumption at a time, and all of them drawn at once. */
import type { FloorProject } from '@bandgap/catalog';
import { type FanChart, percent, type TornadoChart, usd } from '@bandgap/charts';
import { Chart } from './chart.tsx';

interface Properties<C> {
  readonly floorProject: FloorProject;
  readonly chart: C;
}

export const Tornado = ({ floorProject: { system, asOf }, chart: { title, rows } }: Properties<TornadoChart>) => (
  <Chart
    path={`/charts/tornado/${system}`}
    query={`set=${asOf}`}
    alt={title}
    data={{
      columns: ['assumption', '#from', '#floor there', '#to', '#floor there', '#swing'],
      rows: rows.map(({ label, low, high, floorAtLow, floorAtHigh }) => ({
        heading: label,
        cells: [low, usd(floorAtLow), high, usd(floorAtHigh), usd(Math.abs(floorAtHigh - floorAtLow))],
      })),
    }}
  >
    Each assumption at both ends of its range, the others as they are. The ranges are judgement around published
    figures.
  </Chart>
);

export const Fan = ({ floorProject: { system, asOf }, chart: { title, points } }: Properties<FanChart>) => (
  <Chart
    path={`/charts/fan/${system}`}
    query={`set=${asOf}`}
    alt={title}
    data={{
      columns: ['hurdle IRR', '#5 in 100 below', '#median', '#5 in 100 above'],
      rows: points.map(({ hurdleIrr, p5, p50, p95 }) => ({
        x: hurdleIrr * 100,
        heading: percent(hurdleIrr),
        cells: [p5, p50, p95].map((price) => ({ y: Number(price.toFixed(4)), text: usd(price) })),
      })),
    }}
  >
    Capex, power, operating cost, utilisation, prepayment, resale value and delay are drawn from distributions; the
    published floor has each at one value.
  </Chart>
);
