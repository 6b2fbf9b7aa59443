/** Placeholder entry until the pages land: whoever owns this folder overwrites it. */
import type { Db } from '@bandgap/db';

export interface ApiOptions {
  readonly db: Db;
  readonly host: string;
  readonly port: number;
  readonly version: string;
  log(line: string): void;
}

export const startApi = async ({ host, port }: ApiOptions) => ({
  url: `http://${host}:${port}`,
  close: async () => undefined,
});
