/** A database after a replay of the recordings in test/recordings, published as at a start of the pipeline. */
import { type Db, publishRegistry } from '@bandgap/db';
import { openRecordings } from '@bandgap/ingest';
import { sources } from '@bandgap/sources';
import { publishedRegistry } from '@bandgap/views';
import { ownRecordings } from './bandgap.ts';
import { freshDatabase } from './database.ts';
import { openSystem } from './system.ts';

export interface Replayed {
  readonly db: Db;
  readonly databaseUrl: string;
}

export async function replayedDatabase(): Promise<Replayed> {
  const recordings = await openRecordings(ownRecordings);
  const databaseUrl = await freshDatabase();
  const { db, run } = await openSystem({ databaseUrl, transport: recordings.transport });
  await publishRegistry(db, publishedRegistry([]));
  const bundled = sources.flatMap(({ id, bundled: document }) =>
    document === undefined ? [] : [{ sourceId: id, dueAt: document.releasedAt }],
  );
  await run([...bundled, ...recordings.slots(sources.map(({ id }) => id))]);
  return { db, databaseUrl };
}
