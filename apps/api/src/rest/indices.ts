/** `/v1/indices`: the rental indices, their levels over time, and what each level was made of. */
import { type IndexDefinition, indexDefinitions } from '@bandgap/catalog';
import { startOf } from '@bandgap/core';
import { indexDays, newestIndexLevels } from '@bandgap/db';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Refusal } from '../serve/problem.ts';
import { keyOf, nameKey, pageOf } from './cursor.ts';
import { IndexLevel, indexLevel } from './index-level.ts';
import { instant, knownAt, paging, text } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

/** The parts of an index id, as a path. */
export const indexPath = z.strictObject({
  gpu: text.openapi({ example: 'h100' }),
  tenor: text.openapi({ example: 'on_demand' }),
  segment: text.openapi({ example: 'neocloud' }),
});

/** Throws a Refusal where there is no such index. */
export function indexAt({ gpu, tenor, segment }: z.output<typeof indexPath>): IndexDefinition {
  const id = `${gpu}/${tenor}/${segment}`;
  const found = indexDefinitions.find((definition) => definition.id === id);
  if (found !== undefined) return found;
  const known = indexDefinitions.map((definition) => definition.id).join(', ');
  throw new Refusal('not-found', `expected one of ${known}, was ${id}`);
}

const asOf = instant
  .optional()
  .openapi({ description: 'The level of this day or the last before it. The newest if absent.' });

const list = createRoute({
  method: 'get',
  path: '/indices',
  tags: ['Indices'],
  summary: 'The level of every index',
  description: 'One robust price over the offers of many owners, for a GPU, a tenor and a segment.',
  request: { query: z.strictObject({ asOf, knownAt, ...paging(1000, 200) }) },
  responses: { ...tableResponses(IndexLevel, 'One row for each index that has a level.'), ...problemResponses() },
});

const IndexDetail = z
  .object({
    index: z.string(),
    name: z.string(),
    gpus: z.array(z.string()),
    tenor: z.string(),
    segment: z.string(),
    unit: z.string(),
    note: z.string(),
    level: IndexLevel.nullable().openapi({ description: 'Null before the first.' }),
  })
  .openapi('Index');

const one = createRoute({
  method: 'get',
  path: '/indices/{gpu}/{tenor}/{segment}',
  tags: ['Indices'],
  summary: 'One index and its level',
  request: { params: indexPath, query: z.strictObject({ asOf, knownAt }) },
  responses: {
    200: {
      description: 'What the index is made of, and its level.',
      content: { 'application/json': { schema: IndexDetail } },
    },
    ...problemResponses('not-found'),
  },
});

const history = createRoute({
  method: 'get',
  path: '/indices/{gpu}/{tenor}/{segment}/history',
  tags: ['Indices'],
  summary: 'One index day by day',
  description: 'Oldest first: of each day the level that knew most, or that was known at `knownAt`.',
  request: {
    params: indexPath,
    query: z.strictObject({
      from: instant.optional().openapi({ description: 'From this day on.' }),
      to: instant.optional().openapi({ description: 'Before this day.' }),
      knownAt,
      ...paging(1000, 400),
    }),
  },
  responses: { ...tableResponses(IndexLevel, 'One row a day.'), ...problemResponses('not-found') },
});

const dayKey = z.tuple([z.iso.date()]);

export function mountIndices(rest: OpenAPIHono, { query, publication: { open } }: RestDeps): void {
  rest.openapi(list, async (context) => {
    const { limit, cursor, ...then } = context.req.valid('query');
    const [after = ''] = keyOf(nameKey, cursor) ?? [];
    const asked = indexDefinitions.map(({ id }) => id).filter((id) => id > after);
    const levels = (await newestIndexLevels(query, { indices: asked, open, ...then })).map(indexLevel);
    const sorted = levels.toSorted((a, b) => (a.index < b.index ? -1 : 1));
    const { rows, next } = pageOf(sorted, limit, ({ index }) => [index]);
    return sendTable(context, IndexLevel, { rows, next });
  });

  rest.openapi(one, async (context) => {
    const { id: index, name, gpus, tenor, segment, note } = indexAt(context.req.valid('param'));
    const [run] = await newestIndexLevels(query, { indices: [index], open, ...context.req.valid('query') });
    const level = run === undefined ? null : indexLevel(run);
    return context.json({ index, name, gpus: [...gpus], tenor, segment, unit: 'USD/GPU-hr', note, level }, 200);
  });

  rest.openapi(history, async (context) => {
    const { id: index } = indexAt(context.req.valid('param'));
    const { limit, cursor, ...range } = context.req.valid('query');
    const [last] = keyOf(dayKey, cursor) ?? [];
    const after = last === undefined ? undefined : startOf(last);
    const found = await indexDays(query, { index, after, limit: limit + 1, open, ...range });
    const { rows, next } = pageOf(found.map(indexLevel), limit, ({ day }) => [day]);
    return sendTable(context, IndexLevel, { rows, next });
  });
}
