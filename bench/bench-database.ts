/** A PostgreSQL of its own for a benchmark, as durable as the one people use. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDb } from '@bandgap/db';
import { startEmbeddedPostgres } from '@bandgap/embedded-postgres';

/** Migrated and empty; gone when the work is done. */
export async function withBenchDatabase(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'bandgap-bench-server-'));
  chmodSync(home, 0o755);
  const server = await startEmbeddedPostgres({ home, log: () => undefined });
  try {
    const db = openDb({ databaseUrl: server.url, onError: () => undefined });
    await migrate(db.query);
    await db.close();
    await work(server.url);
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
