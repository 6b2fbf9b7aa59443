/** Schedules sources, fetches them, stores the bytes and announces them. */
export { type DatedVersion, type DatedVersions, openDatedVersions } from './dated-versions.ts';
export { type StoredAs, storeVersion } from './dated-versions-store.ts';
export { isPolled } from './due-slots.ts';
export type { IngestDeps, SlotReport } from './fetch-slot.ts';
export { network } from './network.ts';
export { openRecordings, type Recording, type Recordings } from './recordings.ts';
export { type Ingest, startIngest } from './start-ingest.ts';
export { type Transport, Unreachable } from './transport.ts';
