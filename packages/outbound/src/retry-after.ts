/** How long a server asks to be left alone. */

/** One hour: nobody may silence a source for longer. */
const longestWaitSeconds = 3600;

interface Dates {
  readonly retryAfter: string | undefined;
  /** The server's own clock, where it tells; a date in Retry-After is meant by that clock. */
  readonly date: string | undefined;
}

/** Seconds from 0 to 3600; undefined where Retry-After is absent or neither a number of seconds nor an HTTP date. */
export function retryAfterSeconds({ retryAfter = '', date = '' }: Dates): number | undefined {
  if (/^\d+$/.test(retryAfter)) return Math.min(Number(retryAfter), longestWaitSeconds);
  const until = httpDate(retryAfter);
  if (until === undefined) return undefined;
  const now = httpDate(date) ?? Date.now();
  return Math.min(Math.max(Math.ceil((until - now) / 1000), 0), longestWaitSeconds);
}

function httpDate(text: string): number | undefined {
  const time = /^[A-Z][a-z]+, .* GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
