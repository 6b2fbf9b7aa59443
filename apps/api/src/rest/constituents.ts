/** `/v1/indices/…/constituents`: every offer that was looked at for a level, those that do not count with the reason. */
import { newestIndexRun } from '@bandgap/db';
import { fixingOfRun } from '@bandgap/views';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { keyOf, numberKey, pageOf } from './cursor.ts';
import { indexAt, indexPath } from './indices.ts';
import { instant, knownAt, paging } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const Constituent = z
  .object({
    day: z.iso.date(),
    provider: z.string(),
    owner: z.string().nullable().openapi({ description: 'Who has the vote; null where it does not count.' }),
    source: z.string().nullable(),
    price: z.number().nullable().openapi({ description: 'In `unit`; null where it is not publishable.' }),
    unit: z.string(),
    weight: z.number().openapi({ description: 'Zero where it does not count.' }),
    reason: z.string().nullable().openapi({ description: 'Why it does not count; null where it does.' }),
    observedAt: z.iso.datetime().nullable(),
    seenAt: z.iso.datetime().nullable().openapi({ description: 'When a document last quoted it.' }),
    receipt: z.string(),
    input: z.int().openapi({ description: 'Its place among the inputs of the receipt.' }),
    publishable: z.boolean(),
  })
  .openapi('Constituent');

const constituents = createRoute({
  method: 'get',
  path: '/indices/{gpu}/{tenor}/{segment}/constituents',
  tags: ['Indices'],
  summary: 'What a level was made of',
  request: {
    params: indexPath,
    query: z.strictObject({
      asOf: instant
        .optional()
        .openapi({ description: 'The level of this day or the last before it. The newest if absent.' }),
      knownAt,
      ...paging(1000, 500),
    }),
  },
  responses: {
    ...tableResponses(Constituent, 'Those that count first.'),
    ...problemResponses('not-found'),
  },
});

export function mountConstituents(rest: OpenAPIHono, { query, publication }: RestDeps): void {
  rest.openapi(constituents, async (context) => {
    const { id } = indexAt(context.req.valid('param'));
    const { limit, cursor, ...then } = context.req.valid('query');
    const [shown = 0] = keyOf(numberKey, cursor) ?? [];
    const run = await newestIndexRun(query, { index: id, ...then });
    if (run === undefined) return sendTable(context, Constituent, { rows: [], next: null });

    const { day, receipt, constituents: counted, excluded } = fixingOfRun(run);
    const offers = [
      ...counted.map((offer) => ({ ...offer, reason: null })),
      ...excluded.map((offer) => ({ ...offer, owner: null, weight: 0 })),
    ].map(({ provider, owner, price, weight, reason, input: position }) => {
      const input = run.inputs[position];
      const observed = input?.kind === 'observation' ? input : undefined;
      const source = observed?.series.source ?? null;
      const publishable = source !== null && publication.allows(source);
      return {
        day,
        provider,
        owner,
        source,
        price: publishable ? price : null,
        unit: 'USD/GPU-hr',
        weight,
        reason,
        observedAt: observed?.observedAt ?? null,
        seenAt: observed?.seenAt ?? null,
        receipt,
        input: position,
        publishable,
      };
    });
    const numbered = offers.map((offer, place) => ({ offer, place: place + 1 })).slice(shown);
    const { rows, next } = pageOf(numbered, limit, ({ place }) => [place]);
    return sendTable(context, Constituent, { rows: rows.map(({ offer }) => offer), next });
  });
}
