/** Dates as feeds write them. A date that names no zone is read as UTC, never as the time of the machine. */
import { addMinutes, type Instant } from '@bandgap/core';

/** Names with one meaning only: IST is three zones, BST two. */
const zonesByMinutesEast: readonly (readonly [minutes: number, names: readonly string[]])[] = [
  [-480, ['PST']],
  [-420, ['PDT', 'MST']],
  [-360, ['MDT', 'CST']],
  [-300, ['CDT', 'EST']],
  [-240, ['EDT']],
  [0, ['Z', 'UT', 'UTC', 'GMT', 'WET']],
  [60, ['CET', 'MET']],
  [120, ['CEST', 'MEST', 'EET']],
  [180, ['EEST', 'MSK']],
  [480, ['HKT', 'SGT']],
  [540, ['JST', 'KST']],
];

const minutesEastOf: ReadonlyMap<string, number> = new Map(
  zonesByMinutesEast.flatMap(([minutes, names]) => names.map((name) => [name, minutes] as const)),
);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2026-06-30T15:53:01+08:00`, with a space for the T, without seconds, without time or without zone. */
const iso8601 = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?)? ?(Z|[+-]\d\d:?\d\d)?$/;

/** `Tue, 30 Jun 2026 15:53:01 +0800`, with the weekday, the commas, the seconds and the zone optional. */
const rfc822 =
  /^(?:[A-Za-z]{3,9}[, ] ?)?(\d{1,2}) ([A-Za-z]{3,9}),? (\d{4}) (\d{1,2}):(\d\d)(?::(\d\d))? ?([A-Z]{1,4}|[+-]\d\d:?\d\d)?$/;

/** Undefined where the text is no date, or one more than ten years before or 48 hours after `fetchedAt`. */
export function feedDate(text: string, fetchedAt: Instant): Instant | undefined {
  const instant = read(text.trim().replaceAll(/\s+/g, ' '));
  if (instant === undefined) return undefined;
  const tenYearsBefore = addMinutes(fetchedAt, -10 * 365.25 * 1440);
  return instant >= tenYearsBefore && instant <= addMinutes(fetchedAt, 48 * 60) ? instant : undefined;
}

function read(text: string): Instant | undefined {
  const iso = iso8601.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return instantOf({ year, month: Number(month), day, hour, minute, second, zone });
  }
  const rfc = rfc822.exec(text);
  if (rfc === null) return undefined;
  const [, day, name = '', year, hour, minute, second, zone] = rfc;
  return instantOf({
    year,
    month: months.indexOf(name.slice(0, 3).toLowerCase()) + 1,
    day,
    hour,
    minute,
    second,
    zone,
  });
}

type Digits = string | undefined;

interface Fields {
  readonly year: Digits;
  readonly month: number;
  readonly day: Digits;
  readonly hour: Digits;
  readonly minute: Digits;
  readonly second: Digits;
  readonly zone: Digits;
}

function instantOf({ year, month, day, hour = '00', minute = '00', second = '00', zone }: Fields): Instant | undefined {
  const east = minutesEast(zone);
  const two = (digits: string | number = '') => String(digits).padStart(2, '0');
  const local = new Date(`${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}.000Z`);
  const isRealDay = !Number.isNaN(local.getTime()) && local.getUTCDate() === Number(day);
  return isRealDay && east !== undefined ? addMinutes(local.toISOString(), -east) : undefined;
}

function minutesEast(zone = 'Z'): number | undefined {
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (offset === null) return minutesEastOf.get(zone);
  const [, sign, hours, minutes] = offset;
  const east = Number(hours) * 60 + Number(minutes);
  return east > 14 * 60 ? undefined : sign === '-' ? -east : east;
}
