/** Time as Bandgap writes it: an instant is an ISO 8601 string in UTC with milliseconds, a day is YYYY-MM-DD. */

/** `2026-05-01T00:30:00.000Z`. Instants of this form sort as text in the order of time. */
export type Instant = string;

/** `2026-05-01`, a calendar day in UTC. */
export type Day = string;

/** Gives the clock to whoever needs one; nothing below the apps reads the time by itself. */
export type Clock = () => Instant;

export const systemClock: Clock = () => new Date().toISOString();

/** Normalises any dated text that names its own zone. Throws a RangeError on text without a date in it. */
export function toInstant(text: string | Date): Instant {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new RangeError(`expected a date and time, was ${JSON.stringify(text)}`);
  return date.toISOString();
}

export const dayOf = (instant: Instant): Day => instant.slice(0, 10);

export const addMinutes = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

export const addDays = (day: Day, days: number): Day => dayOf(addMinutes(`${day}T00:00:00.000Z`, days * 1440));

/** Days from `earlier` to `later`; negative when they are the other way round. */
export const daysBetween = (earlier: Instant, later: Instant): number =>
  (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
