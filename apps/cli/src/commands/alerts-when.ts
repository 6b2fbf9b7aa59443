/** Instants as people say them: `30d` or `2y` from now, or a date. */
import { addMinutes, type Instant, UsageError } from '@bandgap/core';

const minutesIn = { h: 60, d: 1440, w: 10_080, m: 43_830, y: 525_960 } as const;

/** `direction` is 1 for what is to come, -1 for what has been. */
export function instantFrom(text: string, now: Instant, direction: 1 | -1): Instant {
  const [, count, letter] = /^(\d{1,4})([hdwmy])$/.exec(text) ?? [];
  const unit = isUnit(letter) ? minutesIn[letter] : undefined;
  if (count !== undefined && unit !== undefined) {
    const found = addMinutes(now, direction * Number(count) * unit);
    if (/^\d{4}-/.test(found)) return found;
    throw new UsageError(`expected a time from the year 1 to 9999, was ${JSON.stringify(text)}`);
  }
  const dated = /^(\d{4}-\d\d-\d\d)(T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(dated.getTime()))
    throw new UsageError(
      `expected hours, days, weeks, months or years such as 12h, 30d or 2y, or a date such as 2026-08-01, was ${JSON.stringify(text)}`,
    );
  return dated.toISOString();
}

const isUnit = (letter: string | undefined): letter is keyof typeof minutesIn =>
  letter !== undefined && letter in minutesIn;
