/** The server on a real socket, with a database that does not answer. */
import { openDb } from '@bandgap/db';
import { expect, onTestFinished, test } from 'vitest';
import { startApi } from './start-api.ts';

const unreachable = openDb({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', onError: () => undefined });
const options = { db: unreachable, host: '127.0.0.1', version: '1.2.3', log: () => undefined, rules: [] };

test('answers until it is closed, and then frees its port', async () => {
  const { url, close } = await startApi({ ...options, port: 0 });
  expect(await (await fetch(`${url}/livez`)).text()).toBe('alive');
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/`)).status).toBe(500);
  await close();
  await expect(fetch(`${url}/livez`)).rejects.toThrow();

  const again = await startApi({ ...options, port: Number(new URL(url).port) });
  await again.close();
});

test('rejects where the port is taken', async () => {
  const { url, close } = await startApi({ ...options, port: 0 });
  onTestFinished(close);
  await expect(startApi({ ...options, port: Number(new URL(url).port) })).rejects.toThrow(/EADDRINUSE/);
});
