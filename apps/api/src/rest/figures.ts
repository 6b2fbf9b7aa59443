/** `/v1/figures`: the figures people look at first. */
import { readFigures } from '@bandgap/receipts';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { keyOf, nameKey, pageOf } from './cursor.ts';
import { paging } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const Figure = z
  .object({
    id: z.string().openapi({ example: 'floor/vr-nvl72/contract_5y' }),
    label: z.string(),
    value: z
      .number()
      .nullable()
      .openapi({ description: 'In `unit`; null where there is none, or it is not publishable.' }),
    unit: z.string(),
    low: z.number().nullable().openapi({ description: 'Of an index: the lowest level with any one owner left out.' }),
    high: z.number().nullable(),
    n: z.int().nullable().openapi({ description: 'Of an index: how many owners count.' }),
    note: z.string().nullable(),
    asOf: z.iso.datetime(),
    receipt: z.string(),
    publishable: z.boolean(),
  })
  .openapi('Figure');

const figures = createRoute({
  method: 'get',
  path: '/figures',
  tags: ['Prices'],
  summary: 'The figures of today',
  description: 'Floors, ceilings, indices, blended token prices and memory: the newest of each, with its receipt.',
  request: { query: z.strictObject(paging(1000, 200)) },
  responses: { ...tableResponses(Figure, 'One row for each figure that was computed.'), ...problemResponses() },
});

export function mountFigures(rest: OpenAPIHono, { query, publication }: RestDeps): void {
  rest.openapi(figures, async (context) => {
    const { limit, cursor } = context.req.valid('query');
    const [after = ''] = keyOf(nameKey, cursor) ?? [];
    const all = await readFigures(query, publication.allows);
    const found = all.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
    const { rows, next } = pageOf(found, limit, ({ id }) => [id]);
    return sendTable(context, Figure, {
      rows: rows.map(({ id, label, value, unit, low, high, n, note, asOf, receipt, publishable }) => ({
        id,
        label,
        value: publishable ? value : null,
        unit,
        low: (publishable ? low : null) ?? null,
        high: (publishable ? high : null) ?? null,
        n: n ?? null,
        note: (publishable ? note : null) ?? null,
        asOf,
        receipt,
        publishable,
      })),
      next,
    });
  });
}
