/** Brings a database to the present schema. Forward only; safe to run from several processes at once. */
import { type Migration, Migrator } from 'kysely';
import * as marketData from './migrations/0001-market-data.ts';
import * as beliefs from './migrations/0002-beliefs.ts';
import * as statistics from './migrations/0003-statistics.ts';
import type { Query } from './open-db.ts';

const migrations: Readonly<Record<string, Migration>> = {
  '0001-market-data': marketData,
  '0002-beliefs': beliefs,
  '0003-statistics': statistics,
};

/** Names of the migrations that were applied; empty when the schema was current. Throws what the database said when one failed. */
export async function migrate(query: Query): Promise<readonly string[]> {
  const migrator = new Migrator({ db: query, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return results.map((result) => result.migrationName);
}
