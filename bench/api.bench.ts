/** The busiest requests on two million observations, against the same statements in psql. */
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { startApi } from '@bandgap/api';
import { defaultRules } from '@bandgap/catalog';
import { migrate, openDb } from '@bandgap/db';
import { testServer } from '@bandgap/embedded-postgres';
import pg from 'pg';
import { busiest } from '../test/api/busiest.ts';
import { loadMarket } from '../test/api/load-market.ts';
import { recordedStatements } from '../test/api/recorded-statements.ts';
import { load, print, quantile } from './contest.ts';
import { timesInPsql } from './psql.ts';

const ROUNDS = 6;
const REQUESTS = 50;
/** For so many milliseconds requests do not count, since a server has answered before. */
const WARM = 3000;

export async function apiBench(): Promise<void> {
  if (spawnSync('psql', ['--version']).status !== 0)
    return print('\nthe HTTP interface was not compared with psql: there is none');
  const server = await testServer();
  try {
    const observations = await marketIn(server.url);
    print(
      `\nHTTP interface on ${observations.toLocaleString('en-US')} observations, p50 and p95 in milliseconds, load ${load()}`,
    );
    await contestOn(server.url);
  } finally {
    await server.stop();
  }
}

async function marketIn(databaseUrl: string): Promise<number> {
  const db = openDb({ databaseUrl, onError: () => undefined });
  await migrate(db.query);
  await db.close();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const observations = await loadMarket(client, { days: 401, sellers: 300, tokenModels: 860 });
  await client.end();
  return observations;
}

/** The server is a process of its own and runs what was built, as whoever starts Bandgap does. */
export async function contestOn(databaseUrl: string): Promise<void> {
  const statements = await statementsOf(databaseUrl);
  const child = fork(new URL('./api-server.ts', import.meta.url), [databaseUrl], {
    execArgv: process.execArgv.filter((argument) => !argument.startsWith('--conditions')),
  });
  const [url] = await once(child, 'message');
  print(`  ${'request'.padEnd(28)}    HTTP p50     p95    psql p50     p95   ratio of p50     p95   bytes`);
  print(await line('no statement at all', { address: `${url}/livez`, databaseUrl, statements: [] }));
  for (const [name, path] of Object.entries(busiest))
    print(await line(name, { address: `${url}${path}`, databaseUrl, statements: statements.get(path) ?? [] }));
  child.disconnect();
  await once(child, 'exit');
}

/** What each request asks of the database when it is not the first of its kind. */
async function statementsOf(databaseUrl: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const db = openDb({ databaseUrl, onError: () => undefined });
  const server = await startApi({
    db,
    host: '127.0.0.1',
    port: 0,
    version: 'bench',
    rules: defaultRules,
    log: print,
  });
  const statements = new Map<string, readonly string[]>();
  for (const path of Object.values(busiest)) {
    const ask = () => fetch(`${server.url}${path}`).then((answer) => answer.text());
    await ask();
    statements.set(path, await recordedStatements(ask));
  }
  await server.close();
  await db.close();
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
  for (const start = performance.now(); performance.now() - start < WARM; ) await timesOverHttp(address, REQUESTS);
  for (let round = 0; round < ROUNDS; round++) {
    const answered = await timesOverHttp(address, REQUESTS);
    ours.push(...answered.times);
    bytes = answered.bytes;
    if (statements.length > 0) theirs.push(...timesInPsql(databaseUrl, statements, REQUESTS));
  }
  const columns = [ours, theirs].flatMap((times) => [quantile(times, 0.5), quantile(times, 0.95)]);
  const [a, b, c, d] = columns.map((each) => written(each).padStart(7));
  const [p50, p95] = [0.5, 0.95].map((share) => written(quantile(ours, share) / quantile(theirs, share)).padStart(5));
  return `  ${name.padEnd(28)}     ${a} ${b}     ${c} ${d}        ${p50}   ${p95} ${String(bytes).padStart(7)}`;
}

const written = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(2));

interface Answered {
  /** Milliseconds from asking to the last byte. */
  readonly times: readonly number[];
  readonly bytes: number;
}

/** One after the other on one connection, which the server would end while psql is at work. */
async function timesOverHttp(address: string, requests: number): Promise<Answered> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  let bytes = 0;
  for (let request = 0; request < requests; request++) {
    const start = performance.now();
    bytes = await bytesAt(address, agent);
    times.push(performance.now() - start);
  }
  agent.destroy();
  return { times: times.slice(2), bytes };
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
