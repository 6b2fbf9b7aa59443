/** Reads an input with its schema, and says in one sentence what is wrong with it. */
import type { z } from 'zod';
import { ModelError, type ModelErrorCode, modelErrorCodes } from './model-error.ts';

/** Throws a ModelError that names every field at fault, what was expected and what it was; its code is of the first. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, input)).sort(bySeverity);
  const [first] = problems;
  throw new ModelError(first?.code ?? 'out_of_range', problems.map(({ message }) => message).join('; '), input);
}

interface Problem {
  readonly code: ModelErrorCode;
  readonly message: string;
}

/** A misspelt field is named before the field it leaves missing. */
const bySeverity = (a: Problem, b: Problem) => modelErrorCodes.indexOf(a.code) - modelErrorCodes.indexOf(b.code);

function problemsOf(issue: z.core.$ZodIssue, input: unknown): readonly Problem[] {
  const was = valueAt(input, issue.path);
  const code = codeOf(issue, was);
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]];
  return keys.map((key) => ({
    code,
    message: `${[...issue.path, ...key].join('.') || 'input'}: ${sentence(code, issue, was)}`,
  }));
}

function codeOf(issue: z.core.$ZodIssue, was: unknown): ModelErrorCode {
  if (issue.code === 'custom') return codeNamed(issue.params);
  if (issue.code === 'unrecognized_keys') return 'unknown_field';
  if (was === undefined) return 'missing_field';
  if (issue.code === 'invalid_value') return 'bad_choice';
  if (issue.code !== 'invalid_type') return 'out_of_range';
  if (issue.expected === 'number') return 'not_a_number';
  return issue.expected === 'array' ? 'not_a_list' : 'not_an_object';
}

const codeNamed = (params: { readonly code?: unknown } = {}): ModelErrorCode =>
  modelErrorCodes.find((code) => code === params.code) ?? 'out_of_range';

function sentence(code: ModelErrorCode, issue: z.core.$ZodIssue, was: unknown): string {
  if (code === 'unknown_field') return 'expected no such field';
  return `expected ${expectation(issue)}, was ${was === undefined ? 'missing' : shown(was)}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'below' : 'at most'} ${issue.maximum}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return issue.expected === 'object' || issue.expected === 'array' ? `an ${issue.expected}` : `a ${issue.expected}`;
    default:
      return issue.message;
  }
}

const shown = (value: unknown): string =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value).slice(0, 80);

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (parent, key) => (typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined),
    input,
  );
}
