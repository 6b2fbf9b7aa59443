/** A table of /v1 from its first page to its last, for whoever is in the same process: the same columns, rows and refusals. */
import { UsageError } from '@bandgap/core';
import { restrictedBehind } from '@bandgap/db';
import { type Column, columnsOf, type Row } from '@bandgap/exports';
import { z } from '@hono/zod-openapi';
import { changeFeed } from './change-feed.ts';
import { createRest, type Rest } from './create-rest.ts';
import type { RestDeps } from './rest-deps.ts';

/** Paths under /v1. What stands in angle brackets is to be filled in. */
export const tableNames = [
  'figures',
  'series',
  'series/<id>/observations',
  'latest',
  'indices',
  'indices/<gpu>/<tenor>/<segment>/history',
  'indices/<gpu>/<tenor>/<segment>/constituents',
  'runs',
  'models',
  'assumptions',
  'sources',
  'sources/<id>/skips',
  'alerts/rules',
  'alerts/transitions',
  'events',
] as const;

export interface WholeTable {
  readonly columns: readonly Column[];
  /** What may be passed on, page by page. */
  readonly pages: AsyncIterable<readonly Row[]>;
  /** Once every page was read: what is not in them. */
  leftOut(): LeftOutOfTable;
}

export interface LeftOutOfTable {
  readonly rows: number;
  /** The sources whose terms forbid to pass them on. */
  readonly sources: readonly string[];
}

interface Asked {
  /** Such as `indices/h100/on_demand/neocloud/history`. */
  readonly table: string;
  /** Parameters of the endpoint, by their names. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Throws a UsageError where there is no such table; reading a page throws one that says what is wrong with the question. */
export function wholeTable(deps: RestDeps, { table, parameters }: Asked): WholeTable {
  const name = tableNames.find((each) => new RegExp(`^${each.replaceAll(/<\w+>/g, '[^/]+')}$`).test(table));
  if (name === undefined)
    throw new UsageError(`table: expected one of ${tableNames.join(', ')}, was ${JSON.stringify(table)}`);
  const { query } = deps;
  const log = () => undefined;
  const rest = createRest({ rest: deps, changes: changeFeed({ query, log }), version: '', log });
  const sources = new Set<string>();
  let leftOut = 0;
  async function* pages(): AsyncGenerator<readonly Row[]> {
    for await (const rows of pagesOf(rest, { table, parameters })) {
      const withheld = rows.filter(({ publishable }) => publishable === false);
      leftOut += withheld.length;
      for (const source of await sourcesOf(deps, withheld)) sources.add(source);
      yield rows.filter(({ publishable }) => publishable !== false);
    }
  }
  return {
    columns: columnsOf(rowOf(rest, name)),
    pages: pages(),
    leftOut: () => ({ rows: leftOut, sources: [...sources].sort() }),
  };
}

/** What every table takes. */
const rowsToAPage = '1000';

const Page = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() });

async function* pagesOf({ app }: Rest, { table, parameters }: Asked): AsyncGenerator<readonly Row[]> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const asked = new URLSearchParams({ ...parameters, limit: rowsToAPage, ...(cursor && { cursor }) });
    const response = await app.request(`/${table}?${asked}`);
    const body: unknown = await response.json();
    if (!response.ok) throw refused(body, parameters);
    const { items, next } = Page.parse(body);
    yield items;
    cursor = next;
  }
}

const Problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ name: z.string(), expected: z.string(), was: z.string() })).default([]),
});

function refused(body: unknown, parameters: Asked['parameters']): UsageError {
  const { detail, errors } = Problem.parse(body);
  const option = (name: string) => (name in parameters ? `--${name.replaceAll(/[A-Z]/g, '-$&').toLowerCase()}` : name);
  const said = errors.map(({ name, expected, was }) => `${option(name)}: expected ${expected}, was ${was}`);
  return new UsageError(said.length === 0 ? detail : said.join('; '));
}

const DescribedTable = z.object({
  content: z.object({ 'application/json': z.object({ schema: z.instanceof(z.ZodObject) }) }),
});

/** The schema the endpoint describes its rows with. */
function rowOf({ app }: Rest, name: string): z.ZodObject {
  const path = `/${name.replaceAll('<', '{').replaceAll('>', '}')}`;
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route' || definition.route.path !== path) continue;
    const { content } = DescribedTable.parse(definition.route.responses[200]);
    const { items } = content['application/json'].schema.shape;
    if (items instanceof z.ZodArray && items.element instanceof z.ZodObject) return items.element;
  }
  throw new Error(`expected a table at /v1${path}, was none`);
}

/** Whose rows they are: each names its source, is a source, or has a receipt with sources behind it. */
async function sourcesOf({ query, publication }: RestDeps, rows: readonly Row[]): Promise<readonly string[]> {
  const receipts = rows.flatMap(({ receipt }) => (typeof receipt === 'string' ? [receipt] : []));
  const named = rows.map(({ receipt, source, id }) => source ?? (receipt === undefined ? id : undefined));
  return [
    ...named.filter((name) => typeof name === 'string'),
    ...(await restrictedBehind(query, { receipts, open: publication.open })),
  ];
}
