/** The time of a board, as printed above it: `Last Update: Jul.15 2026    18:10 (GMT+8)`. */
import { addMinutes, type Instant, SourceChanged, toInstant } from '@bandgap/core';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const printed = /Last Update:\s*([A-Z][a-z]{2})\.?\s*(\d{1,2}),?\s+(\d{4})\s+(\d{2}:\d{2})\s*\(GMT\+8\)/;

/** In UTC. Throws SourceChanged where there is no such text. */
export function boardTime(text: string): Instant {
  const [, name = '', day = '', year, time] = printed.exec(text) ?? [];
  const month = months.indexOf(name) + 1;
  if (month === 0)
    throw new SourceChanged(`expected "Last Update: Jul.15 2026 18:10 (GMT+8)", was ${JSON.stringify(text.trim())}`);
  const local = toInstant(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${time}:00.000Z`);
  return addMinutes(local, -8 * 60);
}
