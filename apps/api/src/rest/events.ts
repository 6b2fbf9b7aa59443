/** `/v1/events`: what changed, in words: prices, models and their sources. */
import { sourceById } from '@bandgap/sources';
import { readEvents } from '@bandgap/views';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { keyOf, pageOf } from './cursor.ts';
import { instant, paging, text } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const Event = z
  .object({
    key: z.string().openapi({ description: 'The same event has the same key on every machine.' }),
    kind: z.string(),
    source: z.string().openapi({ description: 'Who says so: a source, or the model whose answer changed.' }),
    subject: z.string(),
    asOf: z.iso.datetime().openapi({ description: 'From when on what it tells is true.' }),
    recordedAt: z.iso.datetime(),
    text: z.string().nullable().openapi({ description: 'Null where it is not publishable.' }),
    event: z.record(z.string(), z.unknown()).nullable(),
    publishable: z.boolean(),
  })
  .openapi('Event');

const list = createRoute({
  method: 'get',
  path: '/events',
  tags: ['Alerts and events'],
  summary: 'What changed',
  description: 'The newest first. An event that a late document no longer supports is not among them.',
  request: {
    query: z.strictObject({
      since: instant.optional().openapi({ description: 'Recorded at this time or later.' }),
      kind: text.optional().openapi({ description: 'Only of one kind, such as price_changed.' }),
      subject: text.optional(),
      ...paging(1000, 100),
    }),
  },
  responses: { ...tableResponses(Event, 'One row for each event.'), ...problemResponses() },
});

const eventKey = z.tuple([z.iso.datetime(), z.string().regex(/^[0-9a-f]{64}$/)]);

export function mountEvents(rest: OpenAPIHono, { query, publication }: RestDeps): void {
  rest.openapi(list, async (context) => {
    const { limit, cursor, since, kind, subject } = context.req.valid('query');
    const [recordedAt, key] = keyOf(eventKey, cursor) ?? [];
    const found = await readEvents(query, {
      limit: limit + 1,
      ...(since === undefined ? {} : { since }),
      ...(kind === undefined ? {} : { kinds: [kind] }),
      ...(subject === undefined ? {} : { subject }),
      ...(recordedAt === undefined || key === undefined ? {} : { before: { recordedAt, key } }),
    });
    const { rows, next } = pageOf(found, limit, (row) => [row.recordedAt, row.key]);
    return sendTable(context, Event, {
      rows: rows.map((row) => {
        const publishable = sourceById(row.source) === undefined ? row.publishable : publication.allows(row.source);
        return {
          key: row.key,
          kind: row.kind,
          source: row.source,
          subject: row.subject,
          asOf: row.asOf,
          recordedAt: row.recordedAt,
          text: publishable ? row.text : null,
          event: publishable ? { ...row.event } : null,
          publishable,
        };
      }),
      next,
    });
  });
}
