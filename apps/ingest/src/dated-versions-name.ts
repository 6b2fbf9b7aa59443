/** The date in the name of a file or folder: `2026-07-14.json`, `litellm-20260714.json.gz`, `2026-07-14T06-00-00Z/aws.csv`. */
import { type Instant, toInstant } from '@bandgap/core';

const dates =
  /(?<!\d)(20\d{2})([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)(?:T(\d{2})[-:]?(\d{2})(?:[-:]?(\d{2})(?:\.\d+)?)?Z?)?/g;

/** What the names of dated files look like, for whoever has none. */
export const datedNames = '2026-07-14.json, litellm-20260714.json.gz or 2026-07-14/aws/vms.csv';

export interface DatedName {
  /** The end of the day where no time is given: by then the document was there. */
  readonly at: Instant;
  /** The name without its date. */
  readonly rest: string;
}

/** The last date in a path; undefined where there is none. */
export function datedName(path: string): DatedName | undefined {
  for (const match of [...path.matchAll(dates)].reverse()) {
    const [text, year, , month, day, hour, minute, second = '00'] = match;
    const clock = hour === undefined ? '23:59:59.999' : `${hour}:${minute}:${second}.000`;
    const written = `${year}-${month}-${day}T${clock}Z`;
    const rest = `${path.slice(0, match.index)}${path.slice(match.index + text.length)}`;
    if (isReal(written)) return { at: written, rest };
  }
  return undefined;
}

/** There is no 31st of April, and no 25th hour. */
function isReal(written: string): boolean {
  try {
    return toInstant(written) === written;
  } catch {
    return false;
  }
}
