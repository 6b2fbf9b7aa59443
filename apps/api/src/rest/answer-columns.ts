/** What the interface says of an answer, wherever it says it. */
import { z } from '@hono/zod-openapi';

export const answerColumns = {
  model: z.string(),
  version: z.int(),
  subject: z.string(),
  asOf: z.iso.datetime(),
  knownAt: z.iso.datetime(),
  revision: z.int(),
  output: z.record(z.string(), z.unknown()).nullable().openapi({ description: 'Null where it is not publishable.' }),
  publishable: z.boolean(),
};
