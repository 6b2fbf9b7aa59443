/** Parameters that many endpoints take. Each says what it expects, for people and in the OpenAPI document. */
import { toInstant } from '@bandgap/core';
import { z } from '@hono/zod-openapi';

/** A name or an id: short, and without characters that nobody sees. */
export const text = z
  .string()
  .refine(
    (written) => /^[^\p{Cc}\p{Cs}]{1,200}$/u.test(written),
    'text of 1 to 200 characters, none of them a control character',
  )
  .openapi({ minLength: 1, maxLength: 200 });

const day = /^\d{4}-\d\d-\d\d$/;
const timed = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
const isInstant = (written: string): boolean =>
  (day.test(written) || timed.test(written)) && /^(?:19|20|21)/.test(instantOrEmpty(written));

function instantOrEmpty(written: string): string {
  const date = new Date(written);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

export const instant = z
  .string()
  .refine(isInstant, 'a day such as 2026-05-01 or a time with its zone such as 2026-05-01T00:30:00Z, from 1900 to 2199')
  .transform(toInstant)
  .openapi({ type: 'string', format: 'date-time' });

export const knownAt = instant.optional().openapi({
  description: 'Only what was recorded by then is used: what was believed at that time. All of it if absent.',
});

/** A whole number within bounds, as a parameter writes it. */
export const whole = (low: number, high: number) =>
  z
    .string()
    .refine(
      (written) => /^\d{1,15}$/.test(written) && Number(written) >= low && Number(written) <= high,
      `a whole number from ${low} to ${high}`,
    )
    .transform(Number)
    .openapi({ type: 'integer', minimum: low, maximum: high });

export const formats = ['json', 'csv', 'parquet'] as const;
export type Format = (typeof formats)[number];

/** What every table takes: how many rows, from where on, and in which format. */
export const paging = (most: number, usual: number) => ({
  limit: whole(1, most)
    .default(usual)
    .openapi({ type: 'integer', minimum: 1, maximum: most, default: usual, description: 'Rows to a page.' }),
  cursor: z
    .string()
    .regex(/^[\w-]{1,2000}$/, 'the text under "next" of an earlier answer at this address')
    .optional()
    .openapi({ description: 'Where the page before ended: its `next`.' }),
  format: z
    .enum(formats)
    .optional()
    .openapi({ description: 'Instead of the Accept header, or of .csv or .parquet at the end of the path.' }),
});
