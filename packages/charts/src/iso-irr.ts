/** The One Chart seen from the system's price: each project IRR is a straight line from system price to rental price. */
import { dividedAxis, grid, numberAxis, priceAxis } from './axes.ts';
import { heading } from './heading.ts';
import { type Label, labels } from './label.ts';
import { levelLabels, type PriceLevel } from './level-labels.ts';
import { dots, limit, line } from './line.ts';
import { type Plane, pixelY, planeFor, spread } from './plane.ts';
import { percent, usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleFromZero, scaleOver, ticksWithin } from './scale.ts';
import { type ChartSize, colours, isNarrow, wide } from './theme.ts';

export interface IsoIrrLine {
  /** A fraction. */
  readonly irr: number;
  /** Both ends suffice: at a fixed IRR the floor is linear in the system price. */
  readonly points: readonly { readonly systemPrice: number; readonly price: number }[];
}

export interface IsoIrrChart {
  readonly systemName: string;
  readonly lines: readonly IsoIrrLine[];
  readonly hurdleIrr: number;
  /** USD per GPU, as the floor was worked out. */
  readonly baseSystemPrice: number;
  readonly ceilings: readonly PriceLevel[];
  /** USD per GPU-hour at the base system price and the hurdle. */
  readonly floor: number;
  readonly pflops?: number;
  readonly market?: readonly PriceLevel[];
}

export function isoIrrChart(chart: IsoIrrChart, size: ChartSize = wide): string {
  const { systemName, lines, hurdleIrr, baseSystemPrice, ceilings, floor, pflops, market = [] } = chart;
  const title = `${systemName}: rental and system price`;
  const head = { title, subtitle: 'Each line is one project IRR; the bold line is the minimum an operator accepts' };
  const points = lines.flatMap((iso) => iso.points);
  const systemPrices = points.map(({ systemPrice }) => systemPrice);
  const across = { min: Math.min(...systemPrices), max: Math.max(...systemPrices) };
  const plane = planeFor({
    size,
    head,
    right: pflops === undefined ? 24 : 60,
    // The lines end a little before the edge, which leaves room for their names.
    x: { min: across.min, max: across.max + (across.max - across.min) * (isNarrow(size) ? 0.27 : 0.08) },
    y: scaleFromZero(
      [...points, ...ceilings, ...market].map(({ price }) => price),
      isNarrow(size) ? 6 : 8,
    ),
  });

  return renderSvg(
    {
      title: heading(head, size),
      grid: grid(plane),
      xAxis: numberAxis(plane, {
        name: 'system price, thousand USD per GPU',
        ticks: ticksWithin(across, scaleOver(systemPrices, isNarrow(size) ? 4 : 8).step),
        text: (price) => `${price / 1000}`,
      }),
      yAxis: [
        priceAxis(plane, 'USD/GPU-hr'),
        ...(pflops === undefined ? [] : [dividedAxis(plane, 'USD/PFLOP-hr', pflops)]),
      ],
      series: [
        ...ceilings.map(({ price }) => limit([plane.x.min, price], [plane.x.max, price], colours.blue)),
        ...market.map(({ price }) =>
          line(
            [
              [plane.x.min, price],
              [plane.x.max, price],
            ],
            { colour: colours.purple, width: 1.25 },
          ),
        ),
        limit([baseSystemPrice, plane.y.min], [baseSystemPrice, plane.y.max]),
        ...lines.map((iso) =>
          line(
            iso.points.map(({ systemPrice, price }) => [systemPrice, price]),
            iso.irr === hurdleIrr ? { colour: colours.vermillion, width: 3 } : { colour: colours.rule, width: 1.25 },
          ),
        ),
        dots([[baseSystemPrice, floor]], { colour: colours.ink, size: 9 }),
        levelLabels(plane, [...ceilings, ...market]),
        labels([...lineLabels(plane, lines, hurdleIrr), landmark(plane, chart)]),
      ],
    },
    { ...size, title, description: describe(chart), plane },
  );
}

/** The rate of each line at its right end, moved apart where the ends are close. */
function lineLabels(plane: Plane, lines: readonly IsoIrrLine[], hurdleIrr: number): Label[] {
  const ends = lines.flatMap(({ irr, points }) => points.slice(-1).map((end) => ({ irr, ...end })));
  const heights = ends.map(({ price }) => pixelY(plane, price));
  const placed = spread(heights, 14, [plane.top, plane.height - plane.bottom]);
  return ends.map(({ irr, systemPrice, price }, index) => ({
    x: systemPrice,
    y: price,
    text: percent(irr),
    side: 'right',
    offset: [0, (placed[index] ?? 0) - (heights[index] ?? 0)],
    bold: irr === hurdleIrr,
  }));
}

const landmark = (plane: Plane, { baseSystemPrice, floor }: IsoIrrChart): Label => ({
  x: baseSystemPrice,
  y: plane.y.min,
  text: `floor ${usd(floor)}\nsystem price ${usd(baseSystemPrice)}`,
  side: 'right',
  offset: [2, -20],
  bold: true,
});

const describe = ({ lines, hurdleIrr, baseSystemPrice, ceilings, floor, market = [] }: IsoIrrChart): string =>
  [
    `At the system price of ${usd(baseSystemPrice)} per GPU and a project IRR of ${percent(hurdleIrr)} the floor is ${usd(floor)} per GPU-hour.`,
    ...lines.map(
      ({ irr, points }) =>
        `${percent(irr)}: ${points.map(({ systemPrice, price }) => `${usd(price)} at ${usd(systemPrice)}`).join(', ')}.`,
    ),
    ...[...ceilings, ...market].map(({ label, price }) => `${label}: ${usd(price)}.`),
  ].join(' ');
