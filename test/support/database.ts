/** A database of its own for a test: a clone of the migrated template, dropped afterwards. */

import { randomBytes } from 'node:crypto';
import { type Db, openDb } from '@bandgap/db';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { databaseUrl } from './postgres.ts';

/** The url of a fresh database with the present schema; or an empty one where a process is to migrate it. */
export async function freshDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const serverUrl = inject('serverUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(serverUrl, `create database ${name} ${kind === 'migrated' ? 'template bandgap_template' : ''}`);
  onTestFinished(() => asAdmin(serverUrl, `drop database ${name} with (force)`));
  return databaseUrl(serverUrl, name);
}

export async function openFreshDatabase(): Promise<Db & { readonly databaseUrl: string }> {
  const url = await freshDatabase();
  const db = openDb({ databaseUrl: url, onError: () => undefined });
  onTestFinished(() => db.close());
  return { ...db, databaseUrl: url };
}

export async function asAdmin(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
