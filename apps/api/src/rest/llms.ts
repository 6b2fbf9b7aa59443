/** `/llms.txt`: what this is and how to use it, for language models, written from the registries; `/docs.md` has every endpoint. */
import { floorProjects, headlineIndices } from '@bandgap/catalog';
import { sources } from '@bandgap/sources';
import type { Context, Hono } from 'hono';
import type { Rest } from './create-rest.ts';
import { type Endpoint, endpointsOf } from './endpoints.ts';
import type { RestDeps } from './rest-deps.ts';

export function mountLlms(app: Hono, { publication }: RestDeps, { document }: Rest): void {
  const endpoints = endpointsOf(document, {});
  app.get('/llms.txt', (context) =>
    markdown(context, overview({ origin: new URL(context.req.url).origin, endpoints, open: publication.open })),
  );
  app.get('/docs.md', (context) => markdown(context, reference(new URL(context.req.url).origin, endpoints)));
}

const markdown = (context: Context, text: string) =>
  context.body(text, 200, { 'Content-Type': 'text/markdown; charset=utf-8' });

interface Overview {
  readonly origin: string;
  readonly endpoints: readonly Endpoint[];
  readonly open: readonly string[];
}

const overview = ({ origin, endpoints, open }: Overview): string => `# Bandgap

> Market data for the economics of AI compute: what a GPU-hour must cost (floor), what it can be worth (ceiling), what it is rented for (index), and what tokens and memory cost. Every number has a unit, a date and a receipt that leads to the bytes it was read from.

How to quote a number: with its unit, its date, its tenor, and its receipt. Any receipt, or its first 12 characters, is recomputed from the stored bytes at ${origin}/verify/<receipt>, and explained for programs at ${origin}/v1/receipts/<receipt>.

Prices of different tenors (on demand, spot, one year, five years) or surfaces (list, marketplace, transacted, survey) are different goods: never average, rank or compare them. A value of null means that there is too little to say; it is not zero. Rates are fractions, times are UTC.

## For programs

- [Every endpoint](${origin}/docs.md): the same as the [reference](${origin}/docs), in Markdown
- [OpenAPI 3.1](${origin}/v1/openapi.json)
${endpoints.map(({ method, path, summary }) => `- \`${method.toUpperCase()} ${path}\`: ${summary}`).join('\n')}

Every table is JSON, CSV or Parquet: add .csv or .parquet to the path. Agents have the same as tools: \`bandgap mcp\`.

## What there is

Rental indices: ${headlineIndices.map(({ id }) => id).join(', ')}, and other tenors and segments at ${origin}/v1/indices.
Floors and ceilings: ${floorProjects.map(({ id }) => id).join(', ')}.
Sources that may be passed on: ${open.join(', ')}.
Sources whose terms forbid it, and whose figures are left out: ${closed(open).join(', ') || 'none'}.
`;

const closed = (open: readonly string[]): readonly string[] =>
  sources.map(({ id }) => id).filter((id) => !open.includes(id));

const reference = (origin: string, endpoints: readonly Endpoint[]): string =>
  `${['# The interface for programs', ...endpoints.flatMap((endpoint) => section(origin, endpoint))].join('\n\n')}\n`;

function section(
  origin: string,
  { method, path, summary, description, parameters, example, body }: Endpoint,
): readonly string[] {
  const asked = parameters.map(
    ({ name, place, required, expects, description: meaning }) =>
      `- \`${name}\` (${place}${required ? ', required' : ''}; ${expects})${meaning === '' ? '' : `: ${meaning}`}`,
  );
  const sent = body === undefined ? '' : ` -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
  return [
    `## ${method.toUpperCase()} ${path}`,
    [summary, description].filter((text) => text !== '').join('. '),
    asked.join('\n'),
    `    curl '${origin}${example}'${sent}`,
  ].filter((part) => part !== '');
}
