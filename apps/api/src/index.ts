/** The dashboard and the HTTP interface. */

export type { Readers } from '@bandgap/views';
export { createApi } from './create-api.tsx';
export type { ApiDeps } from './serve/deps.ts';
export { type ApiOptions, type RunningApi, startApi } from './start-api.ts';
