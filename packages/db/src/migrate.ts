/** Brings a database to the present schema. Forward only; safe to run from several processes at once. */
import { type Migration, Migrator, sql } from 'kysely';
import * as marketData from './migrations/0001-market-data.ts';
import * as beliefs from './migrations/0002-beliefs.ts';
import * as statistics from './migrations/0003-statistics.ts';
import * as quarantine from './migrations/0004-quarantine.ts';
import * as events from './migrations/0005-events.ts';
import * as signals from './migrations/0006-signals.ts';
import * as alertRules from './migrations/0007-alert-rules.ts';
import * as channels from './migrations/0008-channels.ts';
import * as backfill from './migrations/0009-backfill.ts';
import * as publication from './migrations/0010-publication.ts';
import * as apiIndices from './migrations/0011-api-indices.ts';
import * as capturesOfASource from './migrations/0012-captures-of-a-source.ts';
import type { Query } from './open-db.ts';

/** In the order of their names. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-market-data': marketData,
  '0002-beliefs': beliefs,
  '0003-statistics': statistics,
  '0004-quarantine': quarantine,
  '0005-events': events,
  '0006-signals': signals,
  '0007-alert-rules': alertRules,
  '0008-channels': channels,
  '0009-backfill': backfill,
  '0010-publication': publication,
  '0011-api-indices': apiIndices,
  '0012-captures-of-a-source': capturesOfASource,
};

/** Names of the migrations that were applied; empty when the schema was current. Throws what the database said when one failed. */
export async function migrate(query: Query): Promise<readonly string[]> {
  const migrator = new Migrator({ db: query, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return results.map((result) => result.migrationName);
}

/** Whether every migration of this code was applied. */
export async function isMigrated(query: Query): Promise<boolean> {
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(query);
  const applied = new Set(rows.map(({ name }) => name));
  return Object.keys(migrations).every((name) => applied.has(name));
}
