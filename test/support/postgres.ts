/** One PostgreSQL server for the whole test run, with the present schema ready to be cloned. Vitest runs this before any test. */
import { migrate, openDb } from '@bandgap/db';
import { testServer } from '@bandgap/embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
  }
}

export async function setup(project: TestProject): Promise<void> {
  const server = await testServer();
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('drop database if exists bandgap_template');
  await admin.query('create database bandgap_template');
  await admin.end();

  const template = openDb({ databaseUrl: databaseUrl(server.url, 'bandgap_template'), onError: () => undefined });
  await migrate(template.query);
  await template.close();
  project.provide('serverUrl', server.url);
  stopServer = server.stop;
}

let stopServer = async (): Promise<void> => undefined;

export const teardown = (): Promise<void> => stopServer();

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
