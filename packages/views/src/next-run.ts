/** When a schedule is due next: cron expressions of five fields, in UTC, as far as the sources use them. */
import { addMinutes, type Instant } from '@bandgap/core';

interface Field {
  readonly from: number;
  readonly to: number;
}

const fields: readonly Field[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12 },
  { from: 0, to: 6 },
];

/** `*`, `5`, `1-5`, `1,3`, and steps such as `1-23/6`. */
function valuesOf(text: string, { from, to }: Field): ReadonlySet<number> {
  const values = text.split(',').flatMap((part) => {
    const [range = '', step = '1'] = part.split('/');
    const [low = from, high = low] = range === '*' ? [from, to] : range.split('-').map(Number);
    const last = range.includes('-') || range === '*' || !part.includes('/') ? high : to;
    return Array.from(
      { length: Math.floor((last - low) / Number(step)) + 1 },
      (_, index) => low + index * Number(step),
    );
  });
  return new Set(values);
}

const longestYears = 5;

/** The first time after `now` that the schedule names; undefined where it names none within five years. */
export function nextRun(schedule: string, now: Instant): Instant | undefined {
  const [minutes, hours, days, months, weekdays] = schedule
    .split(' ')
    .map((text, index) => valuesOf(text, fields[index] ?? { from: 0, to: 0 }));
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const [, , dayText, , weekdayText] = schedule.split(' ');
  // As cron has it, a day of the month and a day of the week are alternatives where both are given.
  const isDue = (date: Date): boolean => {
    const byDay = days.has(date.getUTCDate());
    const byWeekday = weekdays.has(date.getUTCDay());
    return dayText !== '*' && weekdayText !== '*' ? byDay || byWeekday : byDay && byWeekday;
  };
  const start = new Date(addMinutes(now, 1));
  const last = start.getUTCFullYear() + longestYears;
  const midnight = Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate());
  for (let day = 0; ; day++) {
    const date = new Date(midnight + day * 86_400_000);
    if (date.getUTCFullYear() > last) return undefined;
    if (!months.has(date.getUTCMonth() + 1) || !isDue(date)) continue;
    const due = timesOf(date, hours, minutes).find((time) => time > now);
    if (due !== undefined) return due;
  }
}

const timesOf = (date: Date, hours: ReadonlySet<number>, minutes: ReadonlySet<number>): readonly Instant[] =>
  [...hours].flatMap((hour) =>
    [...minutes].map((minute) => new Date(date.getTime() + (hour * 60 + minute) * 60_000).toISOString()),
  );
