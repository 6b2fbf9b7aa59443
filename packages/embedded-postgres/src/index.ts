/** A real PostgreSQL server for machines that have none. */
export * from './errors.ts';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.ts';
export { type TestServer, testServer } from './test-database.ts';
