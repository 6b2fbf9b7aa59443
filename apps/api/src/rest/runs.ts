/** `/v1/runs`: what was computed, by model, subject and date. */
import { searchRuns } from '@bandgap/db';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Refusal } from '../serve/problem.ts';
import { answerColumns } from './answer-columns.ts';
import { keyOf, numberKey, pageOf } from './cursor.ts';
import { instant, knownAt, paging, text } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const Run = z
  .object({
    receipt: z.string().openapi({ description: 'Hash of the question; /v1/receipts has all that went into it.' }),
    ...answerColumns,
  })
  .openapi('Run');

const search = createRoute({
  method: 'get',
  path: '/runs',
  tags: ['Runs and receipts'],
  summary: 'What was computed',
  description: 'The answer stored last comes first. An answer that was corrected stays, with a lower revision.',
  request: {
    query: z.strictObject({
      model: text.optional().openapi({ example: 'rental-floor' }),
      subject: text.optional().openapi({ description: 'Goes with model.' }),
      from: instant.optional().openapi({ description: 'About this time or later; goes with model.' }),
      to: instant.optional().openapi({ description: 'About a time before this; goes with model.' }),
      knownAt,
      ...paging(1000, 100),
    }),
  },
  responses: { ...tableResponses(Run, 'One row for each answer.'), ...problemResponses() },
});

export function mountRuns(rest: OpenAPIHono, { query, publication: { open } }: RestDeps): void {
  rest.openapi(search, async (context) => {
    const { limit, cursor, ...asked } = context.req.valid('query');
    const { model, ...narrower } = asked;
    if (model === undefined && Object.values(narrower).some((value) => value !== undefined))
      throw new Refusal(
        'invalid-parameter',
        `model: expected it beside ${Object.keys(narrower).join(', ')}, was missing`,
      );
    const [before] = keyOf(numberKey, cursor) ?? [];
    const found = await searchRuns(query, { ...asked, before, limit: limit + 1, open });
    const { rows, next } = pageOf(found, limit, ({ id }) => [id]);
    return sendTable(context, Run, {
      rows: rows.map(({ id: _, output, ...run }) => ({ ...run, output: run.publishable ? { ...output } : null })),
      next,
    });
  });
}
