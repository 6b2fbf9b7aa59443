/** `/v1/models`: what the engine can be asked, and asking it. Nothing is stored. */
import { evaluateOperation, type Operation, operations } from '@bandgap/models';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '../serve/problem.ts';
import { keyOf, nameKey, pageOf } from './cursor.ts';
import { exampleProject } from './examples.ts';
import { paging, text } from './parameters.ts';
import { problemResponses, sendTable, tableResponses } from './table.ts';

const Model = z
  .object({
    id: z.string().openapi({ example: 'project.floor' }),
    summary: z.string(),
  })
  .openapi('Model');

const list = createRoute({
  method: 'get',
  path: '/models',
  tags: ['Models'],
  summary: 'What the engine can be asked',
  request: { query: z.strictObject(paging(1000, 100)) },
  responses: { ...tableResponses(Model, 'One row for each question.'), ...problemResponses() },
});

const params = z.strictObject({ id: text.openapi({ example: 'project.floor' }) });

const ModelDetail = Model.extend({
  input: z
    .record(z.string(), z.unknown())
    .openapi({ description: 'The JSON Schema of the question, with every default.' }),
}).openapi('ModelDetail');

const one = createRoute({
  method: 'get',
  path: '/models/{id}',
  tags: ['Models'],
  summary: 'What a question must say',
  request: { params },
  responses: {
    200: { description: 'The schema of the question.', content: { 'application/json': { schema: ModelDetail } } },
    ...problemResponses('not-found'),
  },
});

const Answer = z
  .object({ model: z.string(), output: z.record(z.string(), z.unknown()) })
  .openapi('Answer', { description: 'Prices in USD, rates as fractions; every number is finite.' });

const ask = createRoute({
  method: 'post',
  path: '/models/{id}',
  tags: ['Models'],
  summary: 'Run a scenario',
  description:
    'Answers a question with figures of your own. Nothing is stored and nothing else is read: the same question has the same answer. Lists may have up to 500 entries, and a simulation up to 200,000 draws.',
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.record(z.string(), z.unknown()).openapi('Question', { example: exampleProject }),
        },
      },
    },
  },
  responses: {
    200: { description: 'The answer.', content: { 'application/json': { schema: Answer } } },
    ...problemResponses('invalid-body', 'not-found', 'too-large', 'not-json', 'no-answer'),
  },
});

export function mountModels(rest: OpenAPIHono): void {
  rest.openapi(list, (context) => {
    const { limit, cursor } = context.req.valid('query');
    const [after = ''] = keyOf(nameKey, cursor) ?? [];
    const sorted = operations.map(({ name: id, summary }) => ({ id, summary })).sort((a, b) => (a.id < b.id ? -1 : 1));
    const found = sorted.filter(({ id }) => id > after);
    return sendTable(
      context,
      Model,
      pageOf(found, limit, ({ id }) => [id]),
    );
  });

  rest.openapi(one, (context) => {
    const { name: id, summary, input } = operationNamed(context.req.valid('param').id);
    return context.json(
      { id, summary, input: { ...z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) } },
      200,
    );
  });

  rest.use('/models/:id', bodyLimit({ maxSize: largestBody, onError: refuseLarge }));
  rest.openapi(ask, (context) => {
    const { name: model } = operationNamed(context.req.valid('param').id);
    const input = context.req.valid('json');
    refuseLongWork(input);
    const result = evaluateOperation({ op: model, input });
    if (!result.ok) throw new Refusal('no-answer', result.error.message, { code: result.error.code });
    return context.json({ model, output: { ...result.output } }, 200);
  });
}

/** Throws a Refusal where there is no such model. */
function operationNamed(id: string): Operation {
  const found = operations.find(({ name }) => name === id);
  if (found !== undefined) return found;
  throw new Refusal('not-found', `expected one of ${operations.map(({ name }) => name).join(', ')}, was ${id}`);
}

const largestBody = 65_536;
const longestList = 500;
const mostDraws = 200_000;

const refuseLarge = (): never => {
  throw new Refusal('too-large', `body: expected at most ${largestBody} bytes`);
};

/** Everybody waits while a question is answered. */
function refuseLongWork(input: unknown): void {
  if (Array.isArray(input) && input.length > longestList)
    throw new Refusal('too-large', `expected lists of at most ${longestList} entries, was one of ${input.length}`);
  if (typeof input !== 'object' || input === null) return;
  for (const [name, value] of Object.entries(input)) {
    if (name === 'draws' && typeof value === 'number' && value > mostDraws)
      throw new Refusal('too-large', `draws: expected at most ${mostDraws}, was ${value}; the command line does more`);
    refuseLongWork(value);
  }
}
