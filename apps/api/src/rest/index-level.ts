/** A level of an index, as every endpoint about indices writes it. */
import { dayOf, fixingOf } from '@bandgap/core';
import type { IndexLevelRow } from '@bandgap/db';
import { z } from '@hono/zod-openapi';

export const IndexLevel = z
  .object({
    index: z.string().openapi({ example: 'h100/on_demand/neocloud' }),
    day: z.iso.date(),
    value: z
      .number()
      .nullable()
      .openapi({ description: 'In `unit`; null where too few owners count, or it is not publishable.' }),
    unit: z.string(),
    low: z.number().nullable().openapi({ description: 'The lowest level with any one owner left out.' }),
    high: z.number().nullable().openapi({ description: 'The highest level with any one owner left out.' }),
    owners: z.int().openapi({ description: 'How many count.' }),
    confidence: z.string(),
    fixed: z.boolean().openapi({ description: 'False for an indication before the fixing of the day.' }),
    knownAt: z.iso.datetime().openapi({ description: 'Nothing recorded later was used.' }),
    revision: z.int(),
    receipt: z.string(),
    publishable: z.boolean(),
  })
  .openapi('IndexLevel');

export function indexLevel(run: IndexLevelRow): z.output<typeof IndexLevel> {
  const { subject: index, owners, confidence, knownAt, revision, receipt, publishable } = run;
  const day = dayOf(run.asOf);
  const { value, low, high } = publishable ? run : { value: null, low: null, high: null };
  const fixed = knownAt === fixingOf(day);
  const unit = 'USD/GPU-hr';
  return { index, day, value, unit, low, high, owners, confidence, fixed, knownAt, revision, receipt, publishable };
}
