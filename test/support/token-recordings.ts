/** Recorded price lists of language models, played into a database of their own. */
import { openRecordings } from '@bandgap/ingest';
import { sources } from '@bandgap/sources';
import { freshDatabase } from './database.ts';
import { sharedRecordings } from './recordings.ts';
import { openSystem } from './system.ts';

const recordings = await openRecordings(sharedRecordings);
const lists = sources.filter(({ commodity }) => commodity === 'llm_api');
const slots = recordings.slots(lists.map(({ id }) => id));

export async function playedLists() {
  const databaseUrl = await freshDatabase();
  const system = await openSystem({ databaseUrl, transport: recordings.transport, sources: lists });
  await system.run(slots);
  return { ...system, again: () => system.run(slots) };
}
