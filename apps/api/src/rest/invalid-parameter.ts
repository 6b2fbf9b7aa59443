/** What is wrong with a request, in a sentence for each parameter: what was expected and what it was. */
import type { OpenAPIHonoOptions, z } from '@hono/zod-openapi';
import type { Context, Env } from 'hono';
import { Refusal } from '../serve/problem.ts';

type Hook = NonNullable<OpenAPIHonoOptions<Env>['defaultHook']>;

/** Throws a Refusal unless the request passed its schema. */
export const refuseInvalid: Hook = (result, context) => {
  if (result.success) return;
  if (result.target === 'json') throw new Refusal('invalid-body', 'body: expected a JSON object');
  const errors = result.error.issues.flatMap((issue) => errorsOf(issue, context));
  const detail = errors.map(({ name, expected, was }) => `${name}: expected ${expected}, was ${was}`).join('; ');
  throw new Refusal('invalid-parameter', detail, { errors });
};

function errorsOf(issue: z.core.$ZodIssue, { req }: Context) {
  const values: Readonly<Record<string, string>> = { ...req.header(), ...req.query(), ...req.param() };
  const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
  return names.map((name) => ({ name, expected: expectation(issue), was: JSON.stringify(values[name]) ?? 'missing' }));
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'no such parameter';
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return 'it once';
    default:
      return issue.message;
  }
}
