/** One throwaway server for a test run. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeAbandoned } from './abandoned.ts';
import { livePostmaster } from './postmaster-pid.ts';
import { throwawaySettings } from './settings.ts';
import { startWithSettings } from './start.ts';

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The server that BANDGAP_TEST_DATABASE_URL names, or else one of our own, which is gone when it is stopped. */
export async function testServer(): Promise<TestServer> {
  const url = process.env.BANDGAP_TEST_DATABASE_URL;
  if (url) return { url, stop: async () => {} };

  const prefix = join(tmpdir(), 'bandgap-test-server-');
  removeAbandoned(prefix, (home) => livePostmaster(join(home, 'postgres', 'data')) !== undefined);
  const home = mkdtempSync(prefix);
  chmodSync(home, 0o755);
  const server = await startWithSettings({ home, log: () => {} }, throwawaySettings);
  return {
    url: server.url,
    async stop() {
      await server.stop();
      for (const directory of [dirname(server.dataDirectory), home])
        rmSync(directory, { recursive: true, force: true });
    },
  };
}
