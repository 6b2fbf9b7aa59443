/** When the newest document was fetched. Documents that ship with the code were released, not fetched. */
import type { Instant } from '@bandgap/core';
import { newestFetch, type Query } from '@bandgap/db';
import { sources } from '@bandgap/sources';

const fetched = sources.filter(({ bundled }) => bundled === undefined).map(({ id }) => id);

export const readDataTime = (query: Query): Promise<Instant | null> => newestFetch(query, fetched);
