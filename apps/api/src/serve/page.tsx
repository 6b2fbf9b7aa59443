/** A page for people: what it reads, and what it shows of that. Programs have /v1. */
import { UsageError } from '@bandgap/core';
import type { Readers } from '@bandgap/views';
import type { Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { Layout } from '../pages/layout.tsx';
import { NotFound } from '../pages/not-found.tsx';
import { BadQuery } from './bad-query.ts';
import type { ApiDeps } from './deps.ts';

export interface Page<T> {
  /** Without a slash at the end. */
  readonly path: string;
  /**
   * Undefined, or a UsageError that says why, where there is nothing at this address; a BadQuery where the address is
   * right and what follows the question mark is not.
   */
  load(readers: Readers, parameters: Readonly<Record<string, string>>, query: URLSearchParams): Promise<T | undefined>;
  view(data: T): View;
  /** What to say where there is nothing. */
  readonly missing: string;
}

/** What every page is made with. */
export type PageDeps = Pick<ApiDeps, 'readers' | 'version'>;

export interface View {
  readonly title: string;
  readonly body: Child;
}

export function mountPage<T>(app: Hono, deps: PageDeps, page: Page<T>): void {
  app.get(page.path, async (context) => {
    const found = await load(page, deps, context);
    if ('data' in found) return respond(context, deps, { ...page.view(found.data), status: 200 });
    const { missing, status } = found;
    return respond(context, deps, { title: 'Not found', body: <NotFound why={missing} />, status });
  });
}

type Found<T> = { readonly data: T & {} } | { readonly missing: string; readonly status: 400 | 404 };

async function load<T>(page: Page<T>, { readers }: PageDeps, context: Context): Promise<Found<T>> {
  try {
    const data = await page.load(readers, context.req.param(), new URL(context.req.url).searchParams);
    return data == null ? { missing: page.missing, status: 404 } : { data };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { missing: error.message, status: error instanceof BadQuery ? 400 : 404 };
  }
}

interface Answer extends View {
  readonly status: 200 | 400 | 403 | 404 | 500;
}

export async function respond(context: Context, { version, readers }: PageDeps, answer: Answer): Promise<Response> {
  const { title, body, status } = answer;
  // A page about a failure is shown too where the time of the data cannot be read.
  const dataTime = await readers.dataTime().catch(() => null);
  const page = (
    <Layout title={title} path={context.req.path} version={version} dataTime={dataTime}>
      {body}
    </Layout>
  );
  return context.html(`<!doctype html>${page.toString()}`, status);
}
