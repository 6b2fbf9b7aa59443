/** `/v1/latest`: the newest value of every series that matches. */
import { latestValues } from '@bandgap/db';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { keyOf, numberKey, pageOf } from './cursor.ts';
import { instant, knownAt, paging } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { seriesColumns, seriesFilter, seriesSearch } from './series.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const LatestValue = z
  .object({
    ...seriesColumns,
    value: z.number().nullable().openapi({ description: 'In `unit`; null where it is not publishable.' }),
    observedAt: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    publishable: z.boolean(),
  })
  .openapi('LatestValue');

const latest = createRoute({
  method: 'get',
  path: '/latest',
  tags: ['Prices'],
  summary: 'The newest value of each series',
  description: 'Whoever asks for one source that is restricted is refused; among others, its values are left out.',
  request: {
    query: z.strictObject({
      ...seriesSearch,
      asOf: instant.optional().openapi({ description: 'The value in force at this time. Now if absent.' }),
      knownAt,
      ...paging(1000, 100),
    }),
  },
  responses: {
    ...tableResponses(LatestValue, 'One row for each series of which something was known.'),
    ...problemResponses('restricted-source'),
  },
});

export function mountLatest(rest: OpenAPIHono, { query, publication }: RestDeps): void {
  rest.openapi(latest, async (context) => {
    const { limit, cursor, asOf, knownAt, ...asked } = context.req.valid('query');
    if (asked.source !== undefined) publication.check(asked.source);
    const [after = 0] = keyOf(numberKey, cursor) ?? [];
    const filter = seriesFilter(asked);
    const found = await latestValues(query, { ...filter, asOf, knownAt, after, limit: limit + 1 });
    const { rows, next } = pageOf(found, limit, ({ id }) => [id]);
    return sendTable(context, LatestValue, {
      rows: rows.map((row) => {
        const publishable = publication.allows(row.source);
        return { ...row, terms: { ...row.terms }, value: publishable ? row.value : null, publishable };
      }),
      next,
    });
  });
}
