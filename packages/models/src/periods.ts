/** Years as a whole number of periods. */

/** Fifty years of months; also the longest delay. */
export const MAX_PERIODS = 600;

/** Years times periods comes out a hair off a whole number for terms such as 1.1 years. */
export const WHOLE_WITHIN = 1e-9;

export const periodsIn = (years: number, periodsPerYear: number): number => Math.round(years * periodsPerYear);

export const isWhole = (periods: number): boolean => Math.abs(periods - Math.round(periods)) <= WHOLE_WITHIN;
