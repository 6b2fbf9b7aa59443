/** A page: one address for people, one for programs, and the same data for both. */
import { UsageError } from '@bandgap/core';
import type { Readers } from '@bandgap/views';
import type { Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { Layout } from '../pages/layout.tsx';
import { NotFound } from '../pages/not-found.tsx';
import type { ApiDeps } from './deps.ts';
import { problem } from './problem.ts';

export interface Page<T> {
  /** Without a slash at the end; the JSON stands at the same path under /api/v1. */
  readonly path: string;
  /** Where the JSON stands, unless under the same path. */
  readonly apiPath?: string;
  /** Undefined, or a UsageError that says why, where there is nothing at this address. */
  load(readers: Readers, parameters: Readonly<Record<string, string>>): Promise<T | undefined>;
  view(data: T): View;
  /** What to say where there is nothing. */
  readonly missing: string;
}

export interface View {
  readonly title: string;
  readonly body: Child;
}

export function mountPage<T>(app: Hono, deps: ApiDeps, page: Page<T>): void {
  app.get(page.path, async (context) => {
    const found = await load(page, deps, context);
    if ('missing' in found)
      return respond(context, deps, { title: 'Not found', body: <NotFound why={found.missing} />, status: 404 });
    return respond(context, deps, { ...page.view(found.data), status: 200 });
  });
  app.get(`/api/v1${page.apiPath ?? page.path}`, async (context) => {
    const found = await load(page, deps, context);
    return 'missing' in found ? problem(context, 404, found.missing) : context.json(found.data);
  });
}

type Found<T> = { readonly data: T & {} } | { readonly missing: string };

async function load<T>(page: Page<T>, { readers }: ApiDeps, context: Context): Promise<Found<T>> {
  try {
    const data = await page.load(readers, context.req.param());
    return data == null ? { missing: page.missing } : { data };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { missing: error.message };
  }
}

interface Answer extends View {
  readonly status: 200 | 404 | 500;
}

export function respond(context: Context, { version }: ApiDeps, { title, body, status }: Answer): Response {
  const page = (
    <Layout title={title} path={context.req.path} version={version}>
      {body}
    </Layout>
  );
  return context.html(`<!doctype html>${page.toString()}`, status);
}
