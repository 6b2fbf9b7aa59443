/** The dashboard as users start it, on recordings and a database of its own, for as long as a file of tests runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { ownRecordings } from '../support/bandgap.ts';
import { asAdmin } from '../support/database.ts';
import { databaseUrl } from '../support/postgres.ts';

const executable = fileURLToPath(new URL('../../apps/cli/bin/bandgap.mjs', import.meta.url));
const name = `browser_${process.pid}`;

export interface Dashboard {
  readonly url: string;
  close(): Promise<void>;
}

/** Rejects where the command ends before everything recorded was read. */
export async function startDashboard(): Promise<Dashboard> {
  const serverUrl = inject('serverUrl');
  await asAdmin(serverUrl, `create database ${name}`);
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [executable, 'up', '--replay', ownRecordings], {
    env: { PATH, DATABASE_URL: databaseUrl(serverUrl, name), BANDGAP_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill('SIGINT');
    await ended;
    await asAdmin(serverUrl, `drop database ${name} with (force)`);
  };
  let url = '';
  for await (const line of createInterface(child.stdout)) {
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? url;
    if (line.startsWith('up to date')) return { url, close };
  }
  await close();
  throw new Error('bandgap up ended before everything was read');
}
