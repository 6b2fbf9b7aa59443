/** The busiest requests on two million observations, against the same statements in psql. */
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { loadavg } from 'node:os';
import { startApi } from '@bandgap/api';
import { migrate, openDb } from '@bandgap/db';
import { testServer } from '@bandgap/embedded-postgres';
import pg from 'pg';
import { busiest } from '../test/api/busiest.ts';
import { loadMarket } from '../test/api/load-market.ts';
import { recordedStatements } from '../test/api/recorded-statements.ts';
import { print } from './contest.ts';
import { timesInPsql } from './psql.ts';

const ROUNDS = 5;
const REQUESTS = 20;

export async function apiBench(): Promise<void> {
  if (spawnSync('psql', ['--version']).status !== 0)
    return print('\nthe HTTP interface was not compared with psql: there is none');
  const server = await testServer();
  try {
    await contestOn(server.url);
  } finally {
    await server.stop();
  }
}

async function contestOn(databaseUrl: string): Promise<void> {
  const db = openDb({ databaseUrl, onError: () => undefined });
  await migrate(db.query);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const observations = await loadMarket(client, { days: 401, sellers: 300, tokenModels: 860 });
  await client.end();
  print(
    `\nHTTP interface on ${observations.toLocaleString('en-US')} observations, p50 and p95 in milliseconds, load ${load()}`,
  );
  print(`  ${'request'.padEnd(28)}    HTTP p50     p95    psql p50     p95   ratio of p95   bytes`);

  const statements = await statementsOf(db);
  await db.close();
  const child = fork(new URL('./api-server.ts', import.meta.url), [databaseUrl]);
  const [url] = await once(child, 'message');
  for (const [name, path] of Object.entries(busiest))
    print(await line(name, { address: `${url}${path}`, databaseUrl, statements: statements.get(path) ?? [] }));
  child.disconnect();
  await once(child, 'exit');
}

async function statementsOf(db: ReturnType<typeof openDb>): Promise<ReadonlyMap<string, readonly string[]>> {
  const server = await startApi({ db, host: '127.0.0.1', port: 0, version: 'bench', log: print });
  const statements = new Map<string, readonly string[]>();
  for (const path of Object.values(busiest))
    statements.set(path, await recordedStatements(() => fetch(`${server.url}${path}`).then((answer) => answer.text())));
  await server.close();
  return statements;
}

interface Sides {
  readonly address: string;
  readonly databaseUrl: string;
  readonly statements: readonly string[];
}

/** In turns, so that a busy moment of the machine hits both. */
async function line(name: string, { address, databaseUrl, statements }: Sides): Promise<string> {
  const ours: number[] = [];
  const theirs: number[] = [];
  let bytes = 0;
  for (let round = -1; round < ROUNDS; round++) {
    // The server ends a connection that asks nothing while psql is at work.
    const agent = new Agent({ keepAlive: true });
    for (let request = 0; request < REQUESTS; request++) {
      const start = performance.now();
      bytes = await bytesAt(address, agent);
      if (round >= 0) ours.push(performance.now() - start);
    }
    agent.destroy();
    if (round >= 0) theirs.push(...timesInPsql(databaseUrl, statements, REQUESTS));
  }
  const ratio = quantile(ours, 0.95) / quantile(theirs, 0.95);
  const figures = [quantile(ours, 0.5), quantile(ours, 0.95), quantile(theirs, 0.5), quantile(theirs, 0.95)];
  const [a, b, c, d] = figures.map((each) => each.toFixed(2).padStart(7));
  return `  ${name.padEnd(28)}     ${a} ${b}     ${c} ${d}        ${ratio.toFixed(2).padStart(5)} ${String(bytes).padStart(9)}`;
}

const bytesAt = (address: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
      });
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address}: ${answer.statusCode}`)),
      );
    }).on('error', reject);
  });

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(2);
