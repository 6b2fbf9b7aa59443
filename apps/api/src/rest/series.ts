/** `/v1/series`: what is measured, found by source, subject, seller and terms. */
import { type Metric, type Surface, type Tenor, units } from '@bandgap/core';
import { searchSeries } from '@bandgap/db';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { keyOf, numberKey, pageOf } from './cursor.ts';
import { paging, text } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const metrics = {
  rental: 'rental',
  input: 'input',
  cache_read: 'cache_read',
  cache_write_5m: 'cache_write_5m',
  cache_write_1h: 'cache_write_1h',
  output: 'output',
  average: 'average',
  session_high: 'session_high',
  session_low: 'session_low',
  daily_high: 'daily_high',
  daily_low: 'daily_low',
} as const satisfies { readonly [M in Metric]: M };

const tenors = {
  on_demand: 'on_demand',
  spot: 'spot',
  serverless: 'serverless',
  contract_1y: 'contract_1y',
  contract_3y: 'contract_3y',
  contract_5y: 'contract_5y',
} as const satisfies { readonly [T in Tenor]: T };

const surfaces = {
  list: 'list',
  marketplace: 'marketplace',
  transacted: 'transacted',
  survey: 'survey',
  index: 'index',
} as const satisfies { readonly [S in Surface]: S };

/** What a series may be searched by. */
export const seriesSearch = {
  source: text.optional().openapi({ description: 'Id of the source that says so.' }),
  subject: text.optional().openapi({ example: 'h100-sxm', description: 'What is priced, by its id in the catalog.' }),
  metric: z.enum(metrics).optional(),
  venue: text.optional().openapi({ description: 'Who sells at this price.' }),
  unit: z.enum(units).optional(),
  kind: z.enum(['rental', 'token', 'memory']).optional(),
  tenor: z.enum(tenors).optional().openapi({ description: 'Of a rent: how long the buyer is bound.' }),
  surface: z.enum(surfaces).optional().openapi({ description: 'Of a rent: how the price came about.' }),
  region: text.optional(),
  tier: z
    .enum(['standard', 'batch', 'flex', 'priority', 'fast'])
    .optional()
    .openapi({ description: 'Of a token price.' }),
  basis: z
    .enum(['spot', 'spot_proxy', 'contract', 'estimate', 'statistic'])
    .optional()
    .openapi({ description: 'Of a memory price: how it came to be.' }),
};

type Search = { readonly [K in keyof typeof seriesSearch]?: z.output<(typeof seriesSearch)[K]> };

/** What was searched, as the database takes it. */
export function seriesFilter({
  source,
  subject,
  metric,
  venue,
  unit,
  kind,
  tenor,
  surface,
  region,
  tier,
  basis,
}: Search) {
  const terms = Object.entries({ kind, tenor, surface, region, tier, basis });
  return {
    source,
    subject,
    metric,
    venue,
    unit,
    terms: Object.fromEntries(terms.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  };
}

/** What every row about a series says of it. */
export const seriesColumns = {
  id: z.int().openapi({ description: 'The number this database gave the series.' }),
  source: z.string(),
  subject: z.string(),
  metric: z.string(),
  venue: z.string(),
  unit: z.string(),
  terms: z
    .record(z.string(), z.unknown())
    .openapi({ description: 'Everything else that makes two prices incomparable.' }),
};

const Series = z
  .object({
    ...seriesColumns,
    publishable: z
      .boolean()
      .openapi({ description: 'Whether its values may be passed on; without, they are not sent.' }),
  })
  .openapi('Series');

const search = createRoute({
  method: 'get',
  path: '/series',
  tags: ['Prices'],
  summary: 'Search what is measured',
  description:
    'A series is one quantity of one subject, as one source states it for one seller on one set of terms. In the order in which they were first seen.',
  request: { query: z.strictObject({ ...seriesSearch, ...paging(1000, 100) }) },
  responses: { ...tableResponses(Series, 'Series that match.'), ...problemResponses() },
});

export function mountSeries(rest: OpenAPIHono, { query, publication }: RestDeps): void {
  rest.openapi(search, async (context) => {
    const { limit, cursor, ...asked } = context.req.valid('query');
    const [after = 0] = keyOf(numberKey, cursor) ?? [];
    const found = await searchSeries(query, { ...seriesFilter(asked), after, limit: limit + 1 });
    const { rows, next } = pageOf(found, limit, ({ id }) => [id]);
    return sendTable(context, Series, {
      rows: rows.map((series) => ({
        ...series,
        terms: { ...series.terms },
        publishable: publication.allows(series.source),
      })),
      next,
    });
  });
}
