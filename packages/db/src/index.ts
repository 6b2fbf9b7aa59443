/** Tables, migrations and every SQL statement of the system. */
export * from './migrate.ts';
export { type Db, type DbOptions, openDb, type Query, type Tx } from './open-db.ts';
export * from './queries/alert.ts';
export * from './queries/capture.ts';
export * from './queries/delivery.ts';
export * from './queries/due.ts';
export * from './queries/headline.ts';
export * from './queries/lineage.ts';
export * from './queries/lock.ts';
export type { ChangedSeries } from './queries/observation.ts';
export * from './queries/reading.ts';
export * from './queries/run.ts';
export * from './queries/slot.ts';
export * from './queries/source-health.ts';
export * from './queries/value.ts';
export type { ReadingVerdict, SlotOutcome, Tables } from './tables.ts';
