/** The time of a board, as printed above it: `Last Update: Jul.15 2026    18:10 (GMT+8)`, `Last Update 2026-06-10 11:00 (GMT+8)`. */
import { addDays, addMinutes, type Day, dayOf, type Instant, startOf, toInstant } from '@bandgap/core';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const printed =
  /Last Update:?\s*(?:([A-Z][a-z]{2})\.?\s*(\d{1,2}),?\s+(\d{4})|(\d{4})-(\d\d)-(\d\d))\s+(\d{2}:\d{2})\s*\(GMT\+8\)/;

/** In UTC. Undefined where there is no such text, or no such day. */
export function boardTime(text: string): Instant | undefined {
  const [, name = '', dayOfMonth = '', yearAfter, year = yearAfter, monthNumber, day = dayOfMonth, time] =
    printed.exec(text) ?? [];
  const month = monthNumber ?? String(months.indexOf(name) + 1);
  const local = new Date(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}:00.000Z`);
  if (Number.isNaN(local.getTime()) || local.getUTCDate() !== Number(day)) return undefined;
  return toGmt(local.toISOString());
}

/** From the clock of Taipei and Shanghai, which knows no summer time. */
export const toGmt = (local: Instant): Instant => addMinutes(toInstant(local), -8 * 60);

/** The day that an instant is in on the clock of the boards: when it begins, and when the last session before it was. */
export function boardDay(now: Instant): { readonly begins: Instant; readonly lastSession: Instant } {
  const day = dayOf(addMinutes(now, 8 * 60));
  let before = addDays(day, -1);
  while (isWeekend(before)) before = addDays(before, -1);
  return { begins: toGmt(startOf(day)), lastSession: toGmt(`${before}T18:10:00.000Z`) };
}

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(startOf(day)).getUTCDay());
