/** The time axis of a chart: how far it reaches, and its ticks. */
import type { Day } from '@bandgap/core';
import type { XAXisComponentOption } from 'echarts';
import { dayAxis } from './axes.ts';
import { dayLength, dayTicks, timeOf } from './day-ticks.ts';
import type { Plane } from './plane.ts';
import { isNarrow } from './theme.ts';

/** From one day to another; a single day is given some room before and after. */
export function timeRange(first: Day, last: Day): Plane['x'] {
  const [min, max] = [timeOf(first), timeOf(last)];
  return min === max ? { min: min - 3 * dayLength, max: max + dayLength } : { min, max };
}

/** Pixels between two days that are named. */
const tickRoom = 44;

export function calendarAxis(plane: Plane): XAXisComponentOption {
  const fitting = Math.floor((plane.width - plane.left - plane.right) / tickRoom);
  return dayAxis(plane, dayTicks(plane.x.min, plane.x.max, Math.max(2, Math.min(isNarrow(plane) ? 5 : 12, fitting))));
}
