/** `/v1/alerts`: the rules in words and where they stand, and what they told. */
import { toldTransitions } from '@bandgap/db';
import { readAlerts } from '@bandgap/views';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { keyOf, nameKey, numberKey, pageOf } from './cursor.ts';
import { paging, text } from './parameters.ts';
import type { RestDeps } from './rest-deps.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const Rule = z
  .object({
    id: z.string(),
    title: z.string(),
    words: z.string().openapi({ description: 'What the rule watches for.' }),
    subject: z.record(z.string(), z.unknown()),
    state: z
      .string()
      .nullable()
      .openapi({ description: 'Null while there is nothing to judge, and for rules about events.' }),
    since: z.iso.datetime().nullable().openapi({ description: 'When the state began; null for ok.' }),
    asOf: z.iso.datetime().nullable().openapi({ description: 'Of the newest that was judged.' }),
  })
  .openapi('Rule');

const rules = createRoute({
  method: 'get',
  path: '/alerts/rules',
  tags: ['Alerts and events'],
  summary: 'The rules, and where each stands',
  request: { query: z.strictObject(paging(1000, 200)) },
  responses: { ...tableResponses(Rule, 'One row for each rule in force.'), ...problemResponses() },
});

const Transition = z
  .object({
    rule: z.string(),
    kind: z.string(),
    asOf: z.iso.datetime(),
    from: z.string(),
    to: z.string(),
    value: z
      .number()
      .nullable()
      .openapi({ description: 'In `unit`; null where there is none, or it is not publishable.' }),
    reference: z.number().nullable().openapi({ description: 'What it was held against.' }),
    unit: z.string().nullable(),
    strong: z.boolean().openapi({ description: 'It holds whichever single source is left out.' }),
    since: z.iso.datetime().nullable(),
    revision: z.int().openapi({ description: 'The highest about one time is what holds.' }),
    receipt: z.string().nullable(),
    referenceReceipt: z.string().nullable(),
    event: z.string().nullable().openapi({ description: 'Key of the event that was told.' }),
    publishable: z.boolean(),
  })
  .openapi('Transition');

const transitions = createRoute({
  method: 'get',
  path: '/alerts/transitions',
  tags: ['Alerts and events'],
  summary: 'What the rules told',
  description: 'What was told last comes first. A correction is a further row with a higher revision.',
  request: {
    query: z.strictObject({
      rule: text.optional().openapi({ description: 'Only what one rule told.' }),
      ...paging(1000, 100),
    }),
  },
  responses: { ...tableResponses(Transition, 'One row for each change that was told.'), ...problemResponses() },
});

export function mountAlerts(rest: OpenAPIHono, { query, clock, rules: given, publication: { open } }: RestDeps): void {
  rest.openapi(rules, async (context) => {
    const { limit, cursor } = context.req.valid('query');
    const [after = ''] = keyOf(nameKey, cursor) ?? [];
    const { rules: all } = await readAlerts(query, { now: clock(), rules: given, newest: 1 });
    const found = all.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
    const { rows, next } = pageOf(found, limit, ({ id }) => [id]);
    return sendTable(context, Rule, {
      rows: rows.map(({ id, title, words, subject, standing }) => ({
        id,
        title,
        words,
        subject: { ...subject },
        state: standing?.state ?? null,
        since: standing?.since ?? null,
        asOf: standing?.asOf ?? null,
      })),
      next,
    });
  });

  rest.openapi(transitions, async (context) => {
    const { limit, cursor, rule } = context.req.valid('query');
    const [before] = keyOf(numberKey, cursor) ?? [];
    const found = await toldTransitions(query, { rule, before, limit: limit + 1, open });
    const { rows, next } = pageOf(found, limit, ({ id }) => [id]);
    return sendTable(context, Transition, {
      rows: rows.map(({ id: _, value, reference, ...told }) => ({
        ...told,
        value: told.publishable ? value : null,
        reference: told.publishable ? reference : null,
      })),
      next,
    });
  });
}
