/** `/v1/sources`: how each source is doing, and what its newest document said that was not used. */
import { newestSkips } from '@bandgap/db';
import { sourceById, sources } from '@bandgap/sources';
import { readSources } from '@bandgap/views';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Refusal } from '../serve/problem.ts';
import { keyOf, nameKey, pageOf } from './cursor.ts';
import { paging, text } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const time = z.iso.datetime().nullable();

const SourceState = z
  .object({
    id: z.string(),
    name: z.string(),
    home: z.string(),
    state: z.string(),
    stale: z.boolean().openapi({ description: 'Longer without an accepted document than the source allows.' }),
    lastFetchedAt: time,
    lastChangedAt: time,
    lastAcceptedAt: time,
    quotes: z.int().nullable(),
    headlines: z.int().nullable(),
    skips: z
      .record(z.string(), z.int())
      .openapi({ description: 'Rows of the newest document that were not used, by why.' }),
    message: z.string().nullable(),
    licence: z.string(),
    publishable: z
      .boolean()
      .openapi({ description: 'Whether its values may be passed on; without, they are not sent.' }),
  })
  .openapi('Source');

const list = createRoute({
  method: 'get',
  path: '/sources',
  tags: ['Sources'],
  summary: 'How each source is doing',
  request: { query: z.strictObject(paging(1000, 200)) },
  responses: { ...tableResponses(SourceState, 'One row for each source.'), ...problemResponses() },
});

const Skip = z
  .object({
    code: z.string().openapi({ description: 'Why it was not used.' }),
    text: z.string().openapi({ description: "What was skipped, in the source's own words." }),
    rows: z.int(),
  })
  .openapi('Skip');

const skips = createRoute({
  method: 'get',
  path: '/sources/{id}/skips',
  tags: ['Sources'],
  summary: 'What the newest document said that was not used',
  request: {
    params: z.strictObject({ id: text.openapi({ example: 'litellm' }) }),
    query: z.strictObject(paging(1000, 200)),
  },
  responses: {
    ...tableResponses(Skip, 'One row for each wording.'),
    ...problemResponses('restricted-source', 'not-found'),
  },
});

export function mountSources(rest: OpenAPIHono, { query, clock, publication }: RestDeps): void {
  rest.openapi(list, async (context) => {
    const { limit, cursor } = context.req.valid('query');
    const [after = ''] = keyOf(nameKey, cursor) ?? [];
    const states = await readSources(query, clock());
    const found = states.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
    const { rows, next } = pageOf(found, limit, ({ id }) => [id]);
    return sendTable(context, SourceState, {
      rows: rows.map((row) => ({
        id: row.id,
        name: row.name,
        home: row.home,
        state: row.state,
        stale: row.stale,
        lastFetchedAt: row.lastFetchedAt,
        lastChangedAt: row.lastChangedAt,
        lastAcceptedAt: row.lastAcceptedAt,
        quotes: row.quotes,
        headlines: row.headlines,
        skips: { ...row.skips },
        message: row.message,
        licence: row.licence,
        publishable: publication.allows(row.id),
      })),
      next,
    });
  });

  rest.openapi(skips, async (context) => {
    const { id } = context.req.valid('param');
    const { limit, cursor } = context.req.valid('query');
    if (sourceById(id) === undefined)
      throw new Refusal('not-found', `expected one of ${sources.map((source) => source.id).join(', ')}, was ${id}`);
    publication.check(id);
    const [code, words] = keyOf(z.tuple([text, z.string().max(1000)]), cursor) ?? [];
    const after = code === undefined || words === undefined ? undefined : { code, text: words };
    const found = await newestSkips(query, { sourceId: id, after, limit: limit + 1 });
    return sendTable(
      context,
      Skip,
      pageOf(found, limit, (row) => [row.code, row.text]),
    );
  });
}
