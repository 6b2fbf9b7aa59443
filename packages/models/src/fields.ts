/** The kinds of number the models take. All are finite: NaN and infinities are refused as not a number. */
import { z } from 'zod';
import type { ModelErrorCode } from './model-error.ts';

export const finite = z.number();
export const nonNegative = z.number().min(0);
export const positive = z.number().positive();

/** A part of a whole, 0 to 1. */
export const share = z.number().min(0).max(1);

/** A part that may not be nothing, above 0 to 1. */
export const positiveShare = z.number().positive().max(1);

/** An interest rate or a growth per year as a fraction; -1 would lose everything. */
export const rate = z.number().gt(-1);

/** Profit as a share of price; negative when selling at a loss. */
export const grossMargin = z.number().lt(1);

/** What a check across fields reports, for `parseInput` to turn into an error with this code. */
export const refusal = (code: ModelErrorCode, field: string, message: string) => ({
  code: 'custom' as const,
  params: { code },
  path: [field],
  message,
});
