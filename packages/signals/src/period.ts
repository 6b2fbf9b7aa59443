/** Quarters, months, weeks and years as headlines mean them: a period without a year is the one nearest to publication. */
import { addDays, type Day, dayOf, type Instant } from '@bandgap/core';

export interface Quarter {
  readonly kind: 'quarter';
  readonly year: number;
  readonly quarter: number;
}

export interface Month {
  readonly kind: 'month';
  readonly year: number;
  readonly month: number;
}

export type Period =
  | Quarter
  | { readonly kind: 'half'; readonly year: number; readonly half: number }
  | Month
  | { readonly kind: 'year'; readonly year: number };

export const quarterOf = (instant: Instant): Quarter => ({
  kind: 'quarter',
  year: Number(instant.slice(0, 4)),
  quarter: Math.ceil(Number(instant.slice(5, 7)) / 3),
});

export function addQuarters({ year, quarter }: Quarter, count: number): Quarter {
  const index = year * 4 + quarter - 1 + count;
  return { kind: 'quarter', year: Math.floor(index / 4), quarter: (((index % 4) + 4) % 4) + 1 };
}

export const isBefore = (a: Quarter, b: Quarter): boolean => a.year * 4 + a.quarter < b.year * 4 + b.quarter;

/** The quarter of that number nearest to publication. */
export function nearestQuarter(quarter: number, publishedAt: Instant): Quarter {
  const now = quarterOf(publishedAt);
  const ahead = (((quarter - now.quarter) % 4) + 4) % 4;
  return addQuarters(now, ahead <= 2 ? ahead : ahead - 4);
}

/** The month of that number nearest to publication. */
export function nearestMonth(month: number, publishedAt: Instant): Month {
  const now = monthOf(publishedAt);
  const ahead = (((month - now.month) % 12) + 12) % 12;
  return addMonths(now, ahead <= 5 ? ahead : ahead - 12);
}

/** Of what has happened: a month still to come is that of the year before. */
export const monthPast = (month: Month, publishedAt: Instant): Month =>
  `${month.year}-${String(month.month).padStart(2, '0')}` > publishedAt.slice(0, 7) ? addMonths(month, -12) : month;

/** Monthly prices are reported in the last days of the month or after it. */
export const monthReported = (publishedAt: Instant): Month =>
  addMonths(monthOf(`${addDays(dayOf(publishedAt), 5)}T00:00:00.000Z`), -1);

const monthOf = (instant: Instant): Month => ({
  kind: 'month',
  year: Number(instant.slice(0, 4)),
  month: Number(instant.slice(5, 7)),
});

function addMonths({ year, month }: Month, count: number): Month {
  const index = year * 12 + month - 1 + count;
  return { kind: 'month', year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** The period that a change against this one is of. A year is too long to tell. */
export function periodAfter(period: Period): Period | undefined {
  if (period.kind === 'quarter') return addQuarters(period, 1);
  return period.kind === 'month' ? addMonths(period, 1) : undefined;
}

/** Forecasts printed in the last two weeks of a quarter are about the next one. */
export function forecastQuarter(publishedAt: Instant): Quarter {
  const now = quarterOf(publishedAt);
  return isBefore(now, quarterOf(`${addDays(dayOf(publishedAt), 14)}T00:00:00.000Z`)) ? addQuarters(now, 1) : now;
}

export function periodName(period: Period): string {
  const year = String(period.year).slice(2);
  switch (period.kind) {
    case 'quarter':
      return `${period.quarter}Q${year}`;
    case 'half':
      return `${period.half}H${year}`;
    case 'month':
      return `${period.year}-${String(period.month).padStart(2, '0')}`;
    case 'year':
      return String(period.year);
  }
}

/** ISO 8601: the week belongs to the year of its Thursday. */
export function weekName(instant: Instant): string {
  const day = dayOf(instant);
  const weekday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const week = Math.floor(dayOfYear(thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

const dayOfYear = (day: Day): number =>
  (Date.parse(`${day}T00:00:00.000Z`) - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00.000Z`)) / 86_400_000;
