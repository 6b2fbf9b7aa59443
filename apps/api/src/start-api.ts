/** Serves the dashboard and the HTTP interface until it is closed. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { systemClock } from '@bandgap/core';
import type { Db } from '@bandgap/db';
import { databaseReaders } from '@bandgap/views';
import { getRequestListener } from '@hono/node-server';
import { createApi } from './create-api.tsx';
import { hostsOf } from './serve/security.ts';

export interface ApiOptions {
  readonly db: Db;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly version: string;
  log(line: string): void;
}

export interface RunningApi {
  readonly url: string;
  close(): Promise<void>;
}

/** Rejects when the port cannot be had. */
export async function startApi({ db, host, port, version, log }: ApiOptions): Promise<RunningApi> {
  const hosts = hostsOf(host);
  const app = createApi({
    readers: databaseReaders(db, systemClock),
    version,
    log,
    ...(hosts === undefined ? {} : { hosts }),
  });
  const server = createServer(getRequestListener(app.fetch));
  server.listen(port, host);
  await once(server, 'listening');
  return { url: urlOf(server, host), close: () => close(server) };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Answers what was asked and then ends; connections that ask nothing are ended at once. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await closed;
}
