/** Dates as feeds write them. A date that names no zone is read as UTC, never as the time of the machine. */
import { addMinutes, type Instant } from '@bandgap/core';
import { minutesEast, monthNumber } from './date-words.ts';

const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d{1,9})?)?(?: ?(?<meridiem>[ap]m))?`;
const offset = String.raw`[+-]\d\d(?::?\d\d)?`;
const zone = String.raw`(?<zone>Z|[A-Z]{2,4}|Etc\/GMT|(?:GMT|UTC)[+-]\d|(?:GMT|UTC)?${offset}(?: [A-Z]{3,4})?)`;
const clock = `${time} ?${zone}?`;
const weekday = String.raw`(?:\p{L}+[, ] ?)?`;
const monthName = String.raw`(?<month>\p{L}{3,10})`;

const patterns: readonly RegExp[] = [
  // 2026-06-30T15:53:01+08:00, with a space for the T, without seconds, without time or without zone; 2026/6/30, 2003-012-31.
  String.raw`(?<year>\d{4})([-\/.])0?(?<month>\d{1,2})\2(?<day>\d{1,2})(?:[T ]${clock})?`,
  // What else ISO 8601 allows: 2003-12, 2003, 03-12-31, 031231, -0312, -03-12, 20031231, 20031231T101455Z.
  String.raw`(?<year>\d{4})(?:-(?<month>\d\d))?`,
  String.raw`(?<year>\d\d)-?(?<month>\d\d)-?(?<day>\d\d)`,
  String.raw`-(?<year>\d\d)-?(?<month>\d\d)`,
  String.raw`(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?:T?(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?${zone}?)?`,
  // 03335, the 335th day of 2003. Without the leading zero it is taken for a year with a digit too many.
  String.raw`(?<year>0\d)(?<dayOfYear>\d{3})`,
  // 1782834781, the seconds since 1970, or as many milliseconds.
  String.raw`(?<epoch>\d{10})(?:\d{3})?`,
  // Tue, 30 Jun 2026 15:53:01 +0800, with the weekday, the commas, the seconds, the time and the zone optional.
  String.raw`${weekday}(?<day>\d{1,2})[ -]${monthName},?[ -](?<year>\d{2,4})(?:,? ${time})? ?${zone}?`,
  // Thu Aug 30 2012 17:26:16 +0200; Sun Jan 4 16:29:06 2004; Sun Jul 15 01:16:00 +0000 2012; Thursday, August 30, 2012.
  String.raw`${weekday}${monthName} (?<day>\d{1,2}),? (?<year>\d{4})(?:,?(?: -)? ${clock})?`,
  String.raw`${weekday}${monthName} (?<day>\d{1,2}) ${time}(?: ${zone})? (?<year>\d{4})`,
  // Fri, 2006/09/15 08:19:53 EDT.
  String.raw`${weekday}(?<year>\d{4})\/(?<month>\d\d)\/(?<day>\d\d) ${clock}`,
  // 15.09.2006; 15/09/2006 and 09/15/2006 where the day cannot be a month.
  String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?:,? ${clock})?`,
  String.raw`(?<day>1[3-9]|2\d|3[01])\/(?<month>\d{1,2})\/(?<year>\d{4})(?:,? ${clock})?`,
  String.raw`(?<month>\d{1,2})\/(?<day>1[3-9]|2\d|3[01])\/(?<year>\d{4})(?:,? ${clock})?`,
  // 2004-július-13T9:15-05:00.
  String.raw`(?<year>\d{4})-${monthName}-(?<day>\d\d)T${clock}`,
  // 오전 is before noon and 오후 after. Who writes so means Korean time, who writes 年月日 that of China.
  String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d) (?<half>오전|오후) ?${time}(?<korean>)`,
  String.raw`(?<year>\d{4})년 ?(?<month>\d{1,2})월 ?(?<day>\d{1,2})일(?: (?<half>오전|오후)? ?${time})?(?<korean>)`,
  String.raw`(?<year>\d{4})年 ?(?<month>\d{1,2})月 ?(?<day>\d{1,2})日(?: ?${time})?(?<chinese>)`,
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'));

const longestDate = 60;

/** Undefined where the text is no date, or one that never was. */
export function feedDate(text: string): Instant | undefined {
  if (text.length > longestDate) return undefined;
  const written = plainDate(text);
  for (const pattern of patterns) {
    const groups = pattern.exec(written)?.groups;
    if (groups !== undefined) return instantOf(groups);
  }
  return undefined;
}

/** Without marks of direction, comments in parentheses, the points of abbreviations, and the "de" of Spanish. */
const plainDate = (text: string): string =>
  text
    .replaceAll(/[\u200E\u200F]|\([^()]*\)/g, '')
    .replaceAll('\u2212', '-')
    .replaceAll(/(?<=\p{L})\.(?=[\s,])|(?<=\b\d\d?)\.(?= \p{L})/gu, '')
    .replaceAll(/ de (?=\p{L}|\d)/gu, ' ')
    .replaceAll(/\s+(?=,)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Undefined also for a date more than ten years before or 48 hours after `fetchedAt`. */
export function believedDate(text: string, fetchedAt: Instant): Instant | undefined {
  const instant = feedDate(text);
  if (instant === undefined) return undefined;
  const tenYearsBefore = addMinutes(fetchedAt, -10 * 365.25 * 1440);
  return instant >= tenYearsBefore && instant <= addMinutes(fetchedAt, 48 * 60) ? instant : undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function instantOf({ year = '', month = '1', day = '1', dayOfYear, epoch, ...clock }: Groups): Instant | undefined {
  if (epoch !== undefined) return new Date(Number(epoch) * 1000).toISOString();
  const { hour = '0', minute = '0', second = '0' } = clock;
  const east = minutesEast(clock.zone ?? zoneMeant(clock));
  const number = monthNumber(month);
  if (east === undefined || number === undefined) return undefined;
  const hours = hourOfDay(Number(hour), clock);
  const isMidnight = hours === 24 && Number(minute) === 0 && Number(second) === 0;
  if ((hours > 23 && !isMidnight) || Number(minute) > 59 || Number(second) > 60) return undefined;
  const date = dayOfYear === undefined ? Number(day) : Number(dayOfYear);
  const local = new Date(Date.UTC(fullYear(year), number - 1, date));
  if (Number.isNaN(local.getTime())) return undefined;
  const isRealDay = dayOfYear === undefined ? local.getUTCDate() === date : local.getUTCFullYear() === fullYear(year);
  if (!isRealDay) return undefined;
  local.setUTCHours(hours, Number(minute), Number(second));
  return addMinutes(local.toISOString(), -east);
}

const zoneMeant = ({ korean, chinese }: Groups): string =>
  korean === undefined ? (chinese === undefined ? 'Z' : '+0800') : 'KST';

const hourOfDay = (hour: number, { half, meridiem }: Groups): number => {
  if (half === undefined && meridiem === undefined) return hour;
  return (hour % 12) + (half === '오후' || meridiem?.toLowerCase() === 'pm' ? 12 : 0);
};

/** RFC 2822, 4.3: two digits are 2000 to 2049 or 1950 to 1999, three are years since 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return year < 1000 ? 1900 + year : year;
}
