/** `/v1/assumptions`: the cited figures that models take as given. */
import { assumptions } from '@bandgap/catalog';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { keyOf, nameKey, pageOf } from './cursor.ts';
import { paging, text } from './parameters.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const Assumption = z
  .object({
    id: z.string().openapi({ example: '2026-05-01/vr-nvl72/capexPerWatt' }),
    set: z.string().openapi({ description: 'The date of the set and what it is about.' }),
    role: z.string(),
    value: z.number(),
    unit: z.string(),
    asOf: z.iso.date(),
    basis: z.string().openapi({ description: 'sourced, derived, calibrated, convention or inferred.' }),
    source: z.string(),
    url: z.string().nullable(),
    note: z.string().nullable(),
  })
  .openapi('Assumption');

const list = createRoute({
  method: 'get',
  path: '/assumptions',
  tags: ['Models'],
  summary: 'The figures that models take as given',
  request: {
    query: z.strictObject({
      set: text.optional().openapi({ example: '2026-05-01/vr-nvl72', description: 'Only those of one set.' }),
      ...paging(1000, 200),
    }),
  },
  responses: { ...tableResponses(Assumption, 'One row for each figure, with who says so.'), ...problemResponses() },
});

const rows = assumptions
  .map(({ id, role, value, unit, asOf, basis, source, url = null, note = null }) => {
    return { id, set: id.slice(0, -role.length - 1), role, value, unit, asOf, basis, source, url, note };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));

export function mountAssumptions(rest: OpenAPIHono): void {
  rest.openapi(list, (context) => {
    const { set, limit, cursor } = context.req.valid('query');
    const [after = ''] = keyOf(nameKey, cursor) ?? [];
    const found = rows.filter((row) => (set === undefined || row.set === set) && row.id > after);
    return sendTable(
      context,
      Assumption,
      pageOf(found, limit, ({ id }) => [id]),
    );
  });
}
