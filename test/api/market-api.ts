/** The server on a database with a market in it. */

import { type ApiOptions, startApi } from '@bandgap/api';
import { defaultRules, floorProjects } from '@bandgap/catalog';
import { type RunQuestion, receiptOf, startOf } from '@bandgap/core';
import { openDb, type Query, storeRun } from '@bandgap/db';
import { rentalFloorRun } from '@bandgap/models';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { openFreshDatabase } from '../support/database.ts';
import { loadMarket, type Market } from './load-market.ts';

export type Server = Awaited<ReturnType<typeof marketApi>>;

/** A few thousand observations. */
const small: Market = { days: 12, sellers: 30, tokenModels: 10 };

export async function marketApi(options: Partial<ApiOptions> = {}, market = small) {
  const db = await openFreshDatabase();
  const client = new pg.Client({ connectionString: db.databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  await loadMarket(client, market);
  await storeFloors(db.query);
  return { ...(await serve({ db, ...options })), db, client };
}

/** The server without a database, for what needs none. */
export async function bareApi(options: Partial<ApiOptions> = {}) {
  const db = openDb({ databaseUrl: 'postgres://127.0.0.1:1/none', onError: () => undefined });
  onTestFinished(() => db.close());
  return serve({ db, ...options });
}

async function serve(options: Pick<ApiOptions, 'db'> & Partial<ApiOptions>) {
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const server = await startApi({ rules: defaultRules, host: '127.0.0.1', port: 0, version: 'test', log, ...options });
  onTestFinished(() => server.close());
  const address = (path: string) => new URL(path, server.url.replace('0.0.0.0', '127.0.0.1'));
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(address(path), { headers, redirect: 'manual' });
  return { ...server, logged, get };
}

export type Row = Readonly<Record<string, unknown>>;

/** What stands at an address. */
export const jsonAt = async ({ get }: Pick<Server, 'get'>, path: string) => JSON.parse(await (await get(path)).text());

/** The rows of a table, page by page. */
export async function allPages(server: Pick<Server, 'get'>, path: string): Promise<readonly Row[]> {
  const items: Row[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const response: Response = await server.get(next);
    if (response.status !== 200) throw new Error(`${next}: ${response.status} ${await response.text()}`);
    const page: { readonly items: readonly Row[] } = JSON.parse(await response.text());
    items.push(...page.items);
    next = /^<(.*)>; rel="next"$/.exec(response.headers.get('Link') ?? '')?.[1];
  }
  return items;
}

/** The floors of the catalog, as the worker stores them at its start. */
async function storeFloors(query: Query): Promise<void> {
  for (const { id: subject, asOf: day, assumptions } of floorProjects) {
    const { id: model, version, compute } = rentalFloorRun;
    const at = startOf(day);
    const inputs = assumptions.map(({ id, role, value }) => ({ kind: 'assumption', id, role, value }) as const);
    const question: RunQuestion = { model, version, subject, asOf: at, knownAt: at, inputs };
    const run = { ...question, receipt: receiptOf(question), output: compute(question) };
    await storeRun(query, { run, origins: inputs.map(() => ({ kind: 'assumption' })) });
  }
}
