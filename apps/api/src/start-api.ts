/** Serves the dashboard and the HTTP interface until it is closed. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AlertRule } from '@bandgap/catalog';
import { systemClock } from '@bandgap/core';
import type { Db } from '@bandgap/db';
import { databaseReaders } from '@bandgap/views';
import { getRequestListener } from '@hono/node-server';
import { createApi } from './create-api.tsx';
import { changeFeed } from './rest/change-feed.ts';
import { publication } from './rest/publication.ts';
import { type Access, checkAccess } from './serve/access.ts';
import { hostsOf, isLoopback } from './serve/security.ts';

export interface ApiOptions extends Omit<Access, 'loopback'> {
  readonly db: Db;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly version: string;
  /** Ids of restricted sources whose licence the operator holds. */
  readonly licensed?: readonly string[] | undefined;
  /** The rules that came with Bandgap or from a file. */
  readonly rules: readonly AlertRule[];
  /** Of one address. Absent means 600, and any number on loopback. */
  readonly requestsPerMinute?: number | undefined;
  log(line: string): void;
}

export interface RunningApi {
  readonly url: string;
  close(): Promise<void>;
}

const usualRequestsPerMinute = 600;
/** In milliseconds, and longer than proxies wait: a connection that ends while it is being used again looks like a failure. */
const keepAliveTimeout = 65_000;

/** Rejects when the port cannot be had, and with a UsageError when others could read without a token. */
export async function startApi({ db, host, port, licensed = [], ...options }: ApiOptions): Promise<RunningApi> {
  const { version, readToken, writeToken, rules, log } = options;
  const loopback = isLoopback(host);
  const access = { loopback, readToken, writeToken };
  checkAccess(access, host);
  const changes = changeFeed({ query: db.query, log });
  const app = createApi({
    readers: databaseReaders(db, systemClock, rules),
    rest: { query: db.prepared, clock: systemClock, rules, publication: publication(licensed) },
    changes,
    access,
    requestsPerMinute: options.requestsPerMinute ?? (loopback ? undefined : usualRequestsPerMinute),
    version,
    hosts: hostsOf(host),
    log,
  });
  const server = createServer({ keepAliveTimeout }, getRequestListener(app.fetch));
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: urlOf(server, host),
    close: () => {
      changes.close();
      return close(server);
    },
  };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** How long an answer may still take on the way down. */
const graceMs = 5000;

/** Answers what was asked and then ends; connections that ask nothing are ended at once. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
