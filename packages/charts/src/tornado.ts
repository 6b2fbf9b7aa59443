/** How far each assumption moves the floor, the largest swing on top. */
import { grid, numberAxis } from './axes.ts';
import { bar, barPlane, categoryAxis } from './bars.ts';
import { heading, key } from './heading.ts';
import { labels } from './label.ts';
import { limit } from './line.ts';
import { tickText, usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleOver, ticksWithin } from './scale.ts';
import { textWidth } from './text-width.ts';
import { type ChartSize, colours, isNarrow, wide } from './theme.ts';

export interface TornadoRow {
  readonly label: string;
  /** The value of the assumption at either end, as text: `12 %`. */
  readonly low: string;
  readonly high: string;
  readonly floorAtLow: number;
  readonly floorAtHigh: number;
}

export interface TornadoChart {
  readonly title: string;
  /** USD per GPU-hour with every assumption at its own value. */
  readonly floor: number;
  /** The largest swing first. */
  readonly rows: readonly TornadoRow[];
}

const lowEnd = { name: 'at the low end of the range', colour: colours.blue } as const;
const highEnd = { name: 'at the high end', colour: colours.orange } as const;

export function tornadoChart(chart: TornadoChart, size: ChartSize = wide): string {
  const { title, floor, rows } = chart;
  const head = {
    title,
    subtitle: `Floor in USD/GPU-hr with one assumption at either end of its range and the others as they are, at ${usd(floor)}`,
  };
  const names = [lowEnd.name, highEnd.name];
  const floors = rows.flatMap(({ floorAtLow, floorAtHigh }) => [floorAtLow, floorAtHigh]);
  const scale = scaleOver([floor, ...floors], isNarrow(size) ? 3 : 7);
  const frame = barPlane({
    size,
    head,
    rows: rows.map(({ label }) => label),
    names,
    right: 16,
    x: scale,
  });
  // ECharts draws bars from zero, so the axis counts from the floor and its ticks add the floor again.
  const across = withRoom(floors, endRoom(rows), frame.width - frame.left - frame.right);
  const plane = { ...frame, x: { min: across.min - floor, max: across.max - floor } };
  const text = tickText(scale.step);
  const end = (row: TornadoRow, index: number, which: 'low' | 'high') => {
    const at = (which === 'low' ? row.floorAtLow : row.floorAtHigh) - floor;
    const other = (which === 'low' ? row.floorAtHigh : row.floorAtLow) - floor;
    const right = at === other ? which === 'high' : at > other;
    return { x: at, y: index, text: row[which], side: right ? 'right' : 'left' } as const;
  };
  return renderSvg(
    {
      title: heading(head, plane),
      legend: key(names, head, plane),
      grid: grid(plane),
      xAxis: numberAxis(plane, {
        name: 'floor, USD/GPU-hr',
        ticks: ticksWithin(across, scale.step).map((tick) => tick - floor),
        text: (change) => text(Number((change + floor).toPrecision(12))),
      }),
      yAxis: categoryAxis(plane.rows),
      series: [
        bar(
          rows.map(({ floorAtLow }) => ({ value: floorAtLow - floor, colour: lowEnd.colour })),
          lowEnd,
        ),
        bar(
          rows.map(({ floorAtHigh }) => ({ value: floorAtHigh - floor, colour: highEnd.colour })),
          highEnd,
        ),
        limit([0, -0.5], [0, rows.length - 0.5]),
        labels(rows.flatMap((row, index) => [end(row, index, 'low'), end(row, index, 'high')])),
      ],
    },
    { ...plane, title, description: describe(chart) },
  );
}

/** Pixels that the longest text beside a bar needs. */
const endRoom = (rows: readonly TornadoRow[]): number =>
  8 + Math.max(...rows.flatMap(({ low, high }) => [textWidth(low), textWidth(high)]));

/** From the lowest value to the highest, and as much further on either side as `room` of `pixels` is. */
function withRoom(values: readonly number[], room: number, pixels: number) {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const beyond = ((max - min) * room) / (pixels - 2 * room);
  return { min: min - beyond, max: max + beyond };
}

const describe = ({ floor, rows }: TornadoChart): string =>
  [
    `The floor is ${usd(floor)} per GPU-hour.`,
    ...rows.map(
      ({ label, low, high, floorAtLow, floorAtHigh }) =>
        `${label}: ${usd(floorAtLow)} at ${low}, ${usd(floorAtHigh)} at ${high}.`,
    ),
  ].join(' ');
