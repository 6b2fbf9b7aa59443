/** Grid and axes: time, prices, and a second scale for them. */
import type { GridComponentOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import type { DayTicks } from './day-ticks.ts';
import { drawable } from './drawable-text.ts';
import type { Plane } from './plane.ts';
import { tickText } from './price-text.ts';
import { roundStep, ticksWithin } from './scale.ts';
import { colours, smallText } from './theme.ts';

export const grid = ({ left, right, top, bottom }: Plane): GridComponentOption => ({
  left,
  right,
  top,
  bottom,
  // Margins are given in full; left to itself ECharts moves them to fit its own labels.
  outerBoundsMode: 'none',
});

export const dayAxis = ({ x }: Plane, { times, text }: DayTicks): XAXisComponentOption => {
  return {
    type: 'time',
    min: x.min,
    max: x.max,
    ...ticks(times, text),
    splitLine: { show: false },
  };
};

/** The unit stands over the ticks, from the edge of the drawing. */
export const priceAxis = ({ y, left }: Plane, name: string): YAXisComponentOption => ({
  type: 'value',
  min: y.min,
  max: y.max,
  interval: y.step,
  name: drawable(name),
  nameLocation: 'end',
  nameGap: 10,
  nameTextStyle: { ...smallText, align: 'left', padding: [0, 0, 0, 8 - left] },
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { ...smallText, formatter: tickText(y.step) },
  splitLine: { lineStyle: { color: colours.grid } },
});

/** A second scale on the right: the first divided by `divisor`, with round ticks of its own. */
export function dividedAxis({ y, right }: Plane, name: string, divisor: number): YAXisComponentOption {
  const ends = { min: y.min / divisor, max: y.max / divisor };
  const step = roundStep((ends.max - ends.min) / 8);
  return {
    type: 'value',
    position: 'right',
    ...ends,
    name: drawable(name),
    nameLocation: 'end',
    nameGap: 10,
    nameTextStyle: { ...smallText, align: 'right', padding: [0, 8 - right, 0, 0] },
    ...ticks(ticksWithin(ends, step), tickText(step)),
    splitLine: { show: false },
  };
}

export interface NumberAxis {
  readonly name: string;
  readonly ticks: readonly number[];
  readonly text: (value: number) => string;
}

export const numberAxis = ({ x }: Plane, { name, ticks: values, text }: NumberAxis): XAXisComponentOption => ({
  type: 'value',
  min: x.min,
  max: x.max,
  name: drawable(name),
  nameLocation: 'middle',
  nameGap: 28,
  nameTextStyle: smallText,
  ...ticks(values, text),
  splitLine: { show: false },
});

/** These ticks and no others; left to itself ECharts adds the ends of the axis. */
const ticks = (values: readonly number[], text: (value: number) => string) => ({
  axisLine: { show: true, lineStyle: { color: colours.rule } },
  axisTick: { show: true, customValues: [...values], lineStyle: { color: colours.rule } },
  axisLabel: { ...smallText, lineHeight: 15, hideOverlap: false, customValues: [...values], formatter: text },
});
