/** Days as English pages write them. */
import type { Day } from '@bandgap/core';

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july'].concat([
  'august',
  'september',
  'october',
  'november',
  'december',
]);

/** `August 31, 2026` is 2026-08-31; undefined for any other form. */
export function englishDay(text: string): Day | undefined {
  const [, monthName = '', day = '', year] = /^([a-z]+) (\d{1,2}), (\d{4})$/i.exec(text.trim()) ?? [];
  const month = months.indexOf(monthName.toLowerCase()) + 1;
  if (month === 0 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
