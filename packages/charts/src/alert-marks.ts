/** Turns of an alert on a calendar chart. They differ by shape, not only by colour. */
import type { Day } from '@bandgap/core';
import type { ScatterSeriesOption } from 'echarts';
import type { DatedValue } from './dated.ts';
import { timeOf } from './day-ticks.ts';
import type { Plane } from './plane.ts';
import { colours } from './theme.ts';

export interface AlertMark {
  readonly day: Day;
  readonly to: 'ok' | 'pending' | 'firing' | 'no_data';
}

const shapes = {
  firing: { name: 'alert fired', symbol: 'triangle', colour: colours.vermillion },
  pending: { name: 'alert pending', symbol: 'diamond', colour: colours.orange },
  ok: { name: 'alert cleared', symbol: 'rect', colour: colours.green },
  no_data: { name: 'alert without data', symbol: 'path://M4,0H6V4H10V6H6V10H4V6H0V4H4Z', colour: colours.ink },
} as const;

const states = ['firing', 'pending', 'ok', 'no_data'] as const;

const present = (alerts: readonly AlertMark[]) => states.filter((state) => alerts.some(({ to }) => to === state));

export const alertNames = (alerts: readonly AlertMark[]): string[] =>
  present(alerts).map((state) => shapes[state].name);

/** A mark stands on the value of its day, or at the foot of the chart where there was none. */
export function alertMarks(
  alerts: readonly AlertMark[],
  points: readonly DatedValue[],
  plane: Plane,
): ScatterSeriesOption[] {
  const valueOn = new Map(points.map(({ day, value }) => [day, value]));
  return present(alerts).map((state) => {
    const { name, symbol, colour } = shapes[state];
    return {
      type: 'scatter',
      name,
      silent: true,
      symbol,
      symbolSize: 11,
      color: colour,
      itemStyle: { color: colour, opacity: 1 },
      z: 6,
      data: alerts.filter(({ to }) => to === state).map(({ day }) => [timeOf(day), valueOn.get(day) ?? plane.y.min]),
    };
  });
}
