/** The dashboard and the HTTP interface. */
export { createApi } from './create-api.tsx';
export type { Readers } from './readers/readers.ts';
export type { ApiDeps } from './serve/deps.ts';
export { type ApiOptions, type RunningApi, startApi } from './start-api.ts';
