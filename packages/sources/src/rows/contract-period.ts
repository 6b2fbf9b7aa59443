/** The period a contract price is for, as the title of its board prints it: `DRAM Contract Price (2H Jun)`. */
import { addDays, type Day, dayOf, type Instant } from '@bandgap/core';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const halfMonth = /\((?:([12])H )?([A-Z][a-z]{2})[a-z]*\.?(?:,? (\d{4}))?\)/;
const quarter = /\(([1-4])Q'?(\d\d)\)/;

/** Its last day. Where no year is printed, the year in which it ended last before the page was fetched. */
export function contractPeriodEnd(title: string, fetchedAt: Instant): Day | undefined {
  const [, quarterNumber, quarterYear] = quarter.exec(title) ?? [];
  if (quarterNumber !== undefined) return lastDay(Number(`20${quarterYear}`), Number(quarterNumber) * 3);
  const [, half, name = '', printedYear] = halfMonth.exec(title) ?? [];
  const month = months.indexOf(name) + 1;
  if (month === 0) return undefined;
  const endIn = (year: number) => (half === '1' ? `${lastDay(year, month).slice(0, 8)}15` : lastDay(year, month));
  if (printedYear !== undefined) return endIn(Number(printedYear));
  const thisYear = Number(fetchedAt.slice(0, 4));
  return endIn(thisYear) < dayOf(fetchedAt) ? endIn(thisYear) : endIn(thisYear - 1);
}

function lastDay(year: number, month: number): Day {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}
