/** Where a calendar axis has its ticks, and what they say. All in UTC. */
import type { Day } from '@bandgap/core';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
export const dayLength = 86_400_000;

/** Milliseconds since 1970 at the start of a day. Throws a RangeError on text that is not a day. */
export function timeOf(day: Day): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`expected a day as YYYY-MM-DD, was ${JSON.stringify(day)}`);
  return time;
}

/** 21 Nov 2026. */
export function dayText(day: Day): string {
  const date = new Date(timeOf(day));
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** 21 Nov. */
export const dayWithoutYear = (day: Day): string => dayText(day).slice(0, -5);

export interface DayTicks {
  readonly times: readonly number[];
  readonly text: (time: number) => string;
}

/** At most `most` ticks between two times: on days, first days of a week, of a month, of a quarter or of a year. */
export function dayTicks(from: number, to: number, most: number): DayTicks {
  for (const days of [1, 2, 7, 14]) {
    const first = Math.ceil(from / dayLength) * dayLength;
    const times = Array.from(steps(first, to, days * dayLength));
    if (times.length <= most) return { times, text: (time) => dayAndYear(time, times) };
  }
  for (const every of [1, 2, 3, 6, 12, 24, 60, 120]) {
    const times = monthStarts(from, to, every);
    if (times.length <= most) return { times, text: (time) => monthAndYear(time, times) };
  }
  return { times: [from, to], text: (time) => String(new Date(time).getUTCFullYear()) };
}

function* steps(first: number, last: number, by: number): Generator<number> {
  for (let time = first; time <= last; time += by) yield time;
}

function monthStarts(from: number, to: number, every: number): number[] {
  const start = new Date(from);
  const times: number[] = [];
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth(); ; month++) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (time > to) return times;
    if (time >= from && month % every === 0) times.push(time);
  }
}

const year = (time: number): number => new Date(time).getUTCFullYear();

/** The year stands under the first tick and under the first of each year. */
const newYear = (time: number, times: readonly number[]): string => {
  const before = times[times.indexOf(time) - 1];
  return before === undefined || year(before) !== year(time) ? `\n${year(time)}` : '';
};

const dayAndYear = (time: number, times: readonly number[]): string => {
  const date = new Date(time);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}${newYear(time, times)}`;
};

const monthAndYear = (time: number, times: readonly number[]): string =>
  `${months[new Date(time).getUTCMonth()]}${newYear(time, times)}`;
