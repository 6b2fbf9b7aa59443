/** The server of a test run, and what it leaves behind. */
import { Client } from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { testServer } from './test-database.ts';

afterEach(() => vi.unstubAllEnvs());

test('serves without waiting for the disk', async () => {
  vi.stubEnv('BANDGAP_TEST_DATABASE_URL', '');
  const server = await testServer();
  const client = new Client({ connectionString: server.url });
  await client.connect();
  expect((await client.query('show fsync')).rows).toEqual([{ fsync: 'off' }]);
  await client.end();
  await server.stop();
});

test('hands on the server that the environment names', async () => {
  vi.stubEnv('BANDGAP_TEST_DATABASE_URL', 'postgres://somewhere/else');
  expect((await testServer()).url).toBe('postgres://somewhere/else');
});
