/** The figures of a system's memory, beside those of its floor. */
import { z } from 'zod';
import { grossMargin, nonNegative, positive } from '../fields.ts';

export const leverSchema = z.object({
  costPerGb: nonNegative,
  grossMargin,
  gbPerGpu: positive,
  systemPricePerGpu: positive,
});
