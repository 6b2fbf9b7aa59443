/** The daily fixing of an index: half past midnight UTC, knowing everything recorded until then about the day before. */
import { addMinutes, type Day, dayOf, type Instant } from './time.ts';

/** Minutes from the start of a day to the fixing of that day. */
export const minutesToFixing = 24 * 60 + 30;

/** When a day is fixed. */
export const fixingOf = (day: Day): Instant => addMinutes(startOf(day), minutesToFixing);

/** The day whose fixing is the first to know of something recorded at `instant`; the instant of a fixing still belongs to it. */
export const fixingDay = (instant: Instant): Day =>
  dayOf(new Date(Date.parse(instant) - (minutesToFixing - 1440) * 60_000 - 1).toISOString());

export const startOf = (day: Day): Instant => `${day}T00:00:00.000Z`;
