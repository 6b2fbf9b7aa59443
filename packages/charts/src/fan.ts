/** The fan of a simulation: where the middle of the floors lies, and nine in ten of them, for each rate a project must earn. */
import { grid, numberAxis, priceAxis } from './axes.ts';
import { band } from './band.ts';
import { heading, key } from './heading.ts';
import { labels } from './label.ts';
import { dots, line } from './line.ts';
import { planeFor } from './plane.ts';
import { percent, usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleOver, ticksWithin } from './scale.ts';
import { type ChartSize, colours, isNarrow, wide } from './theme.ts';

export interface FanPoint {
  /** A fraction. */
  readonly hurdleIrr: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export interface FanChart {
  readonly title: string;
  /** In the order of rising rates. */
  readonly points: readonly FanPoint[];
  /** The floor as published, with every input at one value. */
  readonly published: { readonly hurdleIrr: number; readonly price: number };
}

const nineInTen = 'nine in ten draws';
const middle = 'median draw';

export function fanChart(chart: FanChart, size: ChartSize = wide): string {
  const { title, points, published } = chart;
  const head = { title, subtitle: 'Floor in USD/GPU-hr over the hurdle IRR, with every other uncertain input drawn' };
  const names = [nineInTen, middle];
  const rates = points.map(({ hurdleIrr }) => hurdleIrr * 100);
  const across = { min: Math.min(...rates), max: Math.max(...rates) };
  const plane = planeFor({
    size,
    head,
    names,
    right: 24,
    x: across,
    y: scaleOver([...points.flatMap(({ p5, p95 }) => [p5, p95]), published.price], isNarrow(size) ? 5 : 6),
  });
  const at = published.hurdleIrr * 100;
  return renderSvg(
    {
      title: heading(head, size),
      legend: key(names, head, size),
      grid: grid(plane),
      xAxis: numberAxis(plane, {
        name: 'hurdle IRR, % per year',
        ticks: ticksWithin(across, scaleOver(rates, isNarrow(size) ? 4 : 8).step),
        text: (rate) => `${rate}`,
      }),
      yAxis: priceAxis(plane, 'USD/GPU-hr'),
      series: [
        band(nineInTen, [points.map(({ hurdleIrr, p5, p95 }) => ({ x: hurdleIrr * 100, low: p5, high: p95 }))]),
        line(
          points.map(({ hurdleIrr, p50 }) => [hurdleIrr * 100, p50]),
          { colour: colours.blue, width: 2.25, name: middle },
        ),
        dots([[at, published.price]], { colour: colours.vermillion, size: 9 }),
        labels([
          {
            x: at,
            y: published.price,
            text: `published floor ${usd(published.price)}`,
            side: 'top',
            align: 'left',
            bold: true,
          },
        ]),
      ],
    },
    { ...size, title, description: describe(chart), plane },
  );
}

const describe = ({ points, published }: FanChart): string =>
  [
    ...points.map(
      ({ hurdleIrr, p5, p50, p95 }) =>
        `At ${percent(hurdleIrr)}: ${usd(p50)} in the middle, ${usd(p5)} to ${usd(p95)}.`,
    ),
    `Published: ${usd(published.price)} at ${percent(published.hurdleIrr)}.`,
  ].join(' ');
