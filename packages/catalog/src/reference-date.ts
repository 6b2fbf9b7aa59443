/** Dates of printed prices: a day, or the last day of the month or quarter they are for. */
import { addDays, type Day } from '@bandgap/core';

/** A day (`2026-05-01`), a month (`2026-05`) or a quarter (`2Q26`). */
export type ReferenceDate = string;

/** Throws a RangeError on anything but a day, a month or a quarter. */
export function lastDayOf(date: ReferenceDate): Day {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(date) ?? [];
  if (year !== undefined && month !== undefined) return lastOfMonth(Number(year), Number(month));
  const [, quarter, shortYear] = /^([1-4])Q(\d{2})$/.exec(date) ?? [];
  if (quarter !== undefined) return lastOfMonth(2000 + Number(shortYear), 3 * Number(quarter));
  throw new RangeError(`expected a day, a month or a quarter such as 2Q26, was ${JSON.stringify(date)}`);
}

function lastOfMonth(year: number, month: number): Day {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}
