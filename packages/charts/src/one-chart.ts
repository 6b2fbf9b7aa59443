/** The One Chart: what a rental price earns the operator, for each price of the system, between floor and value ceiling. */
import { dividedAxis, grid, numberAxis, priceAxis } from './axes.ts';
import { heading } from './heading.ts';
import { type Label, labels } from './label.ts';
import { levelLabels, type PriceLevel } from './level-labels.ts';
import { dots, limit, line } from './line.ts';
import { type Plane, planeFor, slopeDegrees } from './plane.ts';
import { percent, usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleFromZero, scaleOver, ticksWithin } from './scale.ts';
import { type ChartSize, colours, isNarrow, lineDash, wide } from './theme.ts';

export interface EarningsCurve {
  readonly label: string;
  /** In the order of rising IRR, as fractions. */
  readonly points: readonly { readonly irr: number; readonly price: number }[];
}

export interface OneChart {
  readonly systemName: string;
  readonly curves: readonly EarningsCurve[];
  /** The least project IRR an operator accepts, as a fraction. */
  readonly hurdleIrr: number;
  readonly ceilings: readonly PriceLevel[];
  /** USD per GPU-hour on the first curve at the hurdle. */
  readonly floor: number;
  /** Dense FP8, per GPU; gives the second scale. */
  readonly pflops?: number;
  readonly market?: readonly PriceLevel[];
  /** What a rental price asked about earns on the first curve. */
  readonly earned?: Earned;
}

interface Earned {
  readonly irr: number;
  readonly price: number;
}

export function oneChart(chart: OneChart, size: ChartSize = wide): string {
  const { systemName, curves, hurdleIrr, ceilings, floor, pflops, market = [], earned } = chart;
  const title = `${systemName}: rental price and IRR`;
  const head = {
    title,
    subtitle: 'One curve per system price, in USD per GPU: the higher the rental price, the higher the IRR it earns',
  };
  const points = curves.flatMap((curve) => curve.points);
  const irrs = points.map(({ irr }) => irr * 100);
  const across = { min: Math.min(...irrs), max: Math.max(...irrs) };
  const plane = planeFor({
    size,
    head,
    right: pflops === undefined ? 24 : 60,
    x: across,
    y: scaleFromZero(
      [...points, ...ceilings, ...market].map(({ price }) => price),
      isNarrow(size) ? 6 : 8,
    ),
  });
  const hurdle = hurdleIrr * 100;
  const onChart =
    earned !== undefined && earned.irr * 100 >= across.min && earned.irr * 100 <= across.max ? earned : undefined;
  const level = (price: number) =>
    [
      [across.min, price],
      [across.max, price],
    ] as const;

  return renderSvg(
    {
      title: heading(head, size),
      grid: grid(plane),
      xAxis: numberAxis(plane, {
        name: 'project IRR, % per year',
        ticks: ticksWithin(across, scaleOver(irrs, isNarrow(size) ? 5 : 8).step),
        text: (irr) => `${irr}`,
      }),
      yAxis: [
        priceAxis(plane, 'USD/GPU-hr'),
        ...(pflops === undefined ? [] : [dividedAxis(plane, 'USD/PFLOP-hr', pflops)]),
      ],
      series: [
        ...ceilings.map(({ price }) => limit(...level(price), colours.blue)),
        ...market.map(({ price }) => line(level(price), { colour: colours.purple, width: 1.25 })),
        limit([hurdle, plane.y.min], [hurdle, plane.y.max]),
        ...curves.map((curve, index) =>
          line(
            curve.points.map(({ irr, price }) => [irr * 100, price]),
            {
              colour: index === 0 ? colours.vermillion : colours.ink,
              width: 2.5,
              dash: lineDash(index),
            },
          ),
        ),
        dots([[hurdle, floor]], { colour: colours.ink, size: 9 }),
        dots(onChart === undefined ? [] : [[onChart.irr * 100, onChart.price]], { colour: colours.purple, size: 9 }),
        levelLabels(plane, ceilings, isNarrow(size) ? across.min : hurdle),
        levelLabels(plane, market),
        labels([
          ...curves.flatMap((curve) => curveLabel(plane, curve)),
          ...landmarks(plane, hurdleIrr, floor),
          ...(onChart === undefined ? [] : [earnedLabel(onChart, isNarrow(size))]),
        ]),
      ],
    },
    { ...size, title, description: describe(chart), plane },
  );
}

/** Past the middle of the curve, where the labels of the ceilings have ended, and turned as the curve is there; in short where there is little room. */
function curveLabel(plane: Plane, { label, points }: EarningsCurve): Label[] {
  const share = isNarrow(plane) ? 0.79 : 0.6;
  const [before, at, after] = [share - 0.1, share, share + 0.1].map(
    (along) => points[Math.floor(points.length * along)],
  );
  if (at === undefined || before === undefined || after === undefined) return [];
  const turned = slopeDegrees(plane, [before.irr * 100, before.price], [after.irr * 100, after.price]);
  const text = isNarrow(plane) ? label.replace(/,.*/, '') : label;
  return [{ x: at.irr * 100, y: at.price, text, side: 'top', offset: [0, -3], turned }];
}

const landmarks = (plane: Plane, hurdleIrr: number, floor: number): Label[] => [
  { x: hurdleIrr * 100, y: floor, text: `floor ${usd(floor)}`, side: 'right', offset: [4, 14], bold: true },
  { x: hurdleIrr * 100, y: plane.y.min, text: `minimum IRR ${percent(hurdleIrr)}`, side: 'right', offset: [0, -12] },
];

/** Over the curve, or under it where there is little room between curves. */
const earnedLabel = ({ irr, price }: Earned, isCrowded: boolean): Label => ({
  x: irr * 100,
  y: price,
  text: `earns ${percent(irr)}`,
  side: 'left',
  offset: [0, isCrowded ? 30 : -10],
  bold: true,
});

const describe = ({ curves, hurdleIrr, ceilings, floor, market = [], earned }: OneChart): string =>
  [
    `At a project IRR of ${percent(hurdleIrr)} the floor is ${usd(floor)} per GPU-hour.`,
    ...curves.map(({ label, points }) => {
      const ends = [points[0], points.at(-1)].flatMap((end) => end ?? []);
      return `${label}: ${ends.map(({ irr, price }) => `${usd(price)} at ${percent(irr)}`).join(' to ')}.`;
    }),
    ...[...ceilings, ...market].map(({ label, price }) => `${label}: ${usd(price)}.`),
    ...(earned === undefined ? [] : [`At ${usd(earned.price)} the project earns ${percent(earned.irr)} a year.`]),
  ].join(' ');
