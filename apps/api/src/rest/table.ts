/** A table as an answer: the same rows as JSON, CSV or Parquet, with the address of the next page. */
import { type Column, columnsOf, csvOf, parquetOf } from '@bandgap/exports';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getPath } from 'hono/utils/url';
import { type ProblemKind, problems } from '../serve/problem.ts';
import { sendWhole } from '../serve/whole-answers.ts';
import type { Format } from './parameters.ts';

const mediaTypes: Readonly<Record<Format, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

export interface TablePage<R> {
  readonly rows: readonly R[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** What a table endpoint answers, for the OpenAPI document. */
export const tableResponses = <R extends z.ZodObject>(row: R, description: string) => ({
  200: {
    description,
    content: {
      'application/json': {
        schema: z.object({
          items: z.array(row),
          next: z.string().nullable().openapi({ description: 'Cursor of the next page; null on the last.' }),
        }),
      },
      'text/csv': { schema: z.string() },
      'application/vnd.apache.parquet': { schema: z.string().openapi({ format: 'binary' }) },
    },
  },
});

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'What was expected, and what it was.' }),
  })
  .openapi('Problem');

/** The problems an endpoint may answer with; some that any request may meet are always among them. */
export function problemResponses(...kinds: readonly ProblemKind[]) {
  const all: readonly ProblemKind[] = ['invalid-parameter', 'token-required', ...kinds, 'too-many-requests'];
  return Object.fromEntries(
    all.map((kind) => {
      const { status } = problems[kind];
      const same = all.filter((other) => problems[other].status === status);
      const description = same.map((other) => problems[other].title).join(', or: ');
      return [status, { description, content: { 'application/problem+json': { schema: Problem } } }];
    }),
  );
}

/** Sends a page in the format that was asked for. */
export function sendTable<R extends z.ZodObject>(
  context: Context,
  row: R,
  { rows, next }: TablePage<z.output<R>>,
): Promise<Response> {
  const format = formatOf(context);
  const headers = {
    'Content-Type': mediaTypes[format],
    Vary: 'Accept',
    ...(next === null ? {} : { Link: `<${nextAddress(context, next)}>; rel="next"` }),
  };
  switch (format) {
    case 'json':
      return sendWhole(context, JSON.stringify({ items: rows, next }), headers);
    case 'csv':
      return sendWhole(context, csvOf(columns(row), rows), headers);
    case 'parquet':
      return sendWhole(context, parquetOf(columns(row), rows), headers);
  }
}

const known = new WeakMap<z.ZodObject, readonly Column[]>();

function columns(row: z.ZodObject): readonly Column[] {
  const found = known.get(row) ?? columnsOf(row);
  known.set(row, found);
  return found;
}

/** The parameter wins over the end of the path, and both over the Accept header. */
function formatOf({ req }: Context): Format {
  const asked = req.query('format') ?? /\.(csv|parquet)$/.exec(new URL(req.url).pathname)?.[1];
  if (asked === 'csv' || asked === 'parquet') return asked;
  if (asked === 'json') return 'json';
  const accept = req.header('Accept') ?? '';
  if (accept.includes('application/vnd.apache.parquet')) return 'parquet';
  return accept.includes('text/csv') ? 'csv' : 'json';
}

function nextAddress({ req }: Context, next: string): string {
  const url = new URL(req.url);
  url.searchParams.set('cursor', next);
  return `${url.pathname}${url.search}`;
}

/** The path of a request without the ending that names a format, for the router. */
export function pathWithoutFormat(request: Request): string {
  const path = getPath(request);
  return path.startsWith('/v1/') ? path.replace(/\.(?:csv|parquet)$/, '') : path;
}
