/** The dashboard and the HTTP interface. */

export type { Readers } from '@bandgap/views';
export { createApi } from './create-api.tsx';
export { publication } from './rest/publication.ts';
export { tableNames, type WholeTable, wholeTable } from './rest/whole-table.ts';
export type { ApiDeps } from './serve/deps.ts';
export { type ApiOptions, type RunningApi, startApi } from './start-api.ts';
