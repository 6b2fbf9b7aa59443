/** Horizontal bars: one row per name, values to the right. */
import type { BarSeriesOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { numberAxis } from './axes.ts';
import { drawable } from './drawable-text.ts';
import { type Heading, headingHeight, keyHeight } from './heading.ts';
import type { Plane } from './plane.ts';
import { tickText } from './price-text.ts';
import { type Scale, ticksWithin } from './scale.ts';
import { textWidth, wrap } from './text-width.ts';
import { type ChartSize, colours, isNarrow, smallText } from './theme.ts';

const rowHeight = 34;

export interface BarPlane extends Plane {
  /** Names, in as many lines as they need. */
  readonly rows: readonly string[];
  readonly scale: Scale;
}

interface BarLayout {
  readonly size: ChartSize;
  readonly head: Heading;
  readonly rows: readonly string[];
  /** Entries of the key, where there is one. */
  readonly names?: readonly string[];
  /** Pixels kept free for the values beside the bars. */
  readonly right: number;
  readonly x: Scale;
}

/** As high as its rows need, whatever the height that was asked for. */
export function barPlane({ size, head, rows, names = [], right, x }: BarLayout): BarPlane {
  const top = headingHeight(head, size) + keyHeight(names, size) + 8;
  const bottom = 48;
  const left = Math.min(16 + Math.max(...rows.map(textWidth)), size.width * (isNarrow(size) ? 0.38 : 0.3));
  return {
    width: size.width,
    height: top + rows.length * rowHeight + bottom,
    left,
    right,
    top,
    bottom,
    x,
    y: { min: 0, max: rows.length, step: 1 },
    rows: rows.map((name) => wrap(drawable(name), left - 16).join('\n')),
    scale: x,
  };
}

/** Rows from top to bottom. */
export const categoryAxis = (rows: readonly string[]): YAXisComponentOption => ({
  type: 'category',
  inverse: true,
  data: [...rows],
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { ...smallText, lineHeight: 15, color: colours.ink, interval: 0 },
});

export const valueAxis = (plane: BarPlane, name: string): XAXisComponentOption => ({
  ...numberAxis(plane, { name, ticks: ticksWithin(plane.x, plane.scale.step), text: tickText(plane.scale.step) }),
  splitLine: { show: false },
});

export interface Bar {
  readonly value: number;
  readonly colour: string;
}

interface Entry {
  readonly name: string;
  readonly colour: string;
}

/** Series of bars lie on one another. An entry is what the key says of this one. */
export const bar = (values: readonly Bar[], entry?: Entry): BarSeriesOption => ({
  type: 'bar',
  silent: true,
  barWidth: 16,
  barGap: '-100%',
  data: values.map(({ value, colour }) => ({ value, itemStyle: { color: colour } })),
  ...(entry === undefined ? {} : { name: entry.name, itemStyle: { color: entry.colour } }),
});
