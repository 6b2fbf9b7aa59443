/** A price index over time against its floor and ceilings, with its uncertainty and the alerts it raised. */
import { type AlertMark, alertMarks, alertNames } from './alert-marks.ts';
import { grid, priceAxis } from './axes.ts';
import { type Bounds, band, boundsOf, room } from './band.ts';
import { calendarAxis, timeRange } from './calendar.ts';
import { type Covered, covered, stretches } from './dated.ts';
import { dayText } from './day-ticks.ts';
import { emptyChart } from './empty.ts';
import { heading, key } from './heading.ts';
import { beforeFixing, type IndexPoint, indexLines, lowConfidence } from './index-lines.ts';
import { marginFor, marginLabels } from './label.ts';
import type { PriceLevel } from './level-labels.ts';
import { limit } from './line.ts';
import { type Plane, planeFor } from './plane.ts';
import { usd } from './price-text.ts';
import { renderSvg } from './render-svg.ts';
import { scaleOver } from './scale.ts';
import { type ChartSize, colours, isNarrow, wide } from './theme.ts';

export interface PriceHistory {
  readonly title: string;
  readonly unit: string;
  /** In the order of days. */
  readonly points: readonly IndexPoint[];
  readonly floor?: PriceLevel;
  readonly ceilings?: readonly PriceLevel[];
  readonly alerts?: readonly AlertMark[];
}

const bandName = 'range with any one source left out';
const roomName = 'between floor and ceiling';

export function priceHistoryChart(history: PriceHistory, size: ChartSize = wide): string {
  const { title, unit, points, floor, ceilings = [], alerts = [] } = history;
  const known = covered(points);
  if (known === undefined) return emptyChart({ title, subtitle: unit }, size);

  const head = { title, subtitle: `${unit}, daily, ${dayText(known.first.day)} to ${dayText(known.last.day)}` };
  const parts = stretches(points);
  const bounds = parts.map((part) => part.flatMap(boundsOf)).filter((part) => part.length > 1);
  const between = roomOf(history);
  const levels = [...(floor === undefined ? [] : [floor]), ...ceilings];
  const margin = [
    { name: dayText(known.last.day), value: usd(known.last.value), at: known.last.value, bold: true },
    ...levels.map(({ label, price }) => ({ name: label, value: usd(price), at: price })),
  ];
  const names = [
    ...(bounds.length > 0 ? [bandName] : []),
    ...(between === undefined ? [] : [roomName]),
    ...(parts.flat().some(({ confidence }) => confidence === 'low') ? [lowConfidence] : []),
    ...(parts.flat().some(({ provisional }) => provisional) ? [beforeFixing] : []),
    ...alertNames(alerts),
  ];
  const values = [
    ...parts.flat().flatMap(({ value, low, high }) => [value, low, high]),
    ...levels.map(({ price }) => price),
  ];
  const plane = planeFor({
    size,
    head,
    names,
    right: marginFor(margin, size),
    x: timeRange(points[0]?.day ?? known.first.day, points.at(-1)?.day ?? known.last.day),
    y: scaleOver(
      values.filter((value) => value !== null),
      isNarrow(size) ? 5 : 6,
    ),
  });

  return renderSvg(
    {
      title: heading(head, size),
      legend: key(names, head, size),
      grid: grid(plane),
      xAxis: calendarAxis(plane),
      yAxis: priceAxis(plane, unit),
      series: [
        ...(between === undefined ? [] : [band(roomName, [endsOf(between, plane)], room)]),
        band(bandName, bounds),
        ...ceilings.map(({ price }) => limit([plane.x.min, price], [plane.x.max, price])),
        ...(floor === undefined
          ? []
          : [limit([plane.x.min, floor.price], [plane.x.max, floor.price], colours.vermillion)]),
        ...indexLines(parts),
        ...alertMarks(alerts, points, plane),
        marginLabels(plane, margin),
      ],
    },
    { ...size, title, description: describe(history, known), plane },
  );
}

type Room = Omit<Bounds, 'x'>;

/** From the floor to the lowest ceiling; undefined where there are not both. */
function roomOf({ floor, ceilings = [] }: PriceHistory): Room | undefined {
  if (floor === undefined || ceilings.length === 0) return undefined;
  return { low: floor.price, high: Math.min(...ceilings.map(({ price }) => price)) };
}

const endsOf = (between: Room, { x }: Plane): readonly Bounds[] =>
  [x.min, x.max].map((end) => ({ x: end, ...between }));

function describe({ unit, points, floor, ceilings = [], alerts = [] }: PriceHistory, { first, last }: Covered) {
  const values = points.flatMap(({ value }) => value ?? []);
  return [
    `${values.length} daily values in ${unit} from ${first.day} to ${last.day},`,
    `between ${usd(Math.min(...values))} and ${usd(Math.max(...values))}, last ${usd(last.value)}.`,
    ...(floor === undefined ? [] : [`${floor.label}: ${usd(floor.price)}.`]),
    ...ceilings.map(({ label, price }) => `${label}: ${usd(price)}.`),
    ...alerts.map(({ day, to }) => `Alert ${to.replace('_', ' ')} on ${day}.`),
  ].join(' ');
}
