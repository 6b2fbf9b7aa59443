/** `?knownAt=2026-08-01`: the figures of a day as they were known then. */
import { addDays, type Instant, startOf } from '@bandgap/core';
import { BadQuery } from './bad-query.ts';

/** A day means its end. Undefined where nothing is asked for. Throws a BadQuery for what is neither a day nor an instant. */
export function knownAtIn(query: URLSearchParams): Instant | undefined {
  const text = query.get('knownAt')?.trim() ?? '';
  if (text === '') return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/.test(text);
  if (!(isDay || isInstant) || Number.isNaN(Date.parse(text)))
    throw new BadQuery(`knownAt: expected a day such as 2026-08-01 or an instant in UTC, was ${JSON.stringify(text)}`);
  return isDay ? startOf(addDays(text, 1)) : new Date(Date.parse(text)).toISOString();
}
