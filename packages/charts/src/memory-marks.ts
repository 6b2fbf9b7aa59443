/** What happened on a day, as numbered marks at the foot of a chart of memory prices. */
import { type Day, daysBetween } from '@bandgap/core';
import type { ScatterSeriesOption } from 'echarts';
import { timeOf } from './day-ticks.ts';
import { labels } from './label.ts';
import { dots } from './line.ts';
import type { Plane } from './plane.ts';
import { colours } from './theme.ts';

export interface MemoryEvent {
  readonly day: Day;
  readonly text: string;
}

export const eventsName = 'event, by its number';

/** Closer together than this many days, marks would cover each other: they share one, which bears the first number. */
const sharedDays = 5;

/** Those within the time of the chart, in the order of days; a number is a position in this list, from 1. */
export const eventsWithin = (events: readonly MemoryEvent[], first: Day, last: Day): readonly MemoryEvent[] =>
  events.filter(({ day }) => day >= first && day <= last).toSorted((a, b) => (a.day < b.day ? -1 : 1));

export function eventMarks(events: readonly MemoryEvent[], plane: Plane): readonly ScatterSeriesOption[] {
  const marked: { readonly day: Day; readonly text: string }[] = [];
  for (const [index, { day }] of events.entries()) {
    const last = marked.at(-1);
    if (last === undefined || daysBetween(last.day, day) >= sharedDays) marked.push({ day, text: String(index + 1) });
  }
  if (marked.length === 0) return [];
  const { min: y } = plane.y;
  return [
    dots(
      marked.map(({ day }) => [timeOf(day), y]),
      { colour: colours.purple, size: 8, symbol: 'diamond', name: eventsName },
    ),
    labels(marked.map(({ day, text }) => ({ x: timeOf(day), y, text, side: 'top' }))),
  ];
}
