/** Headlines -> signals. What a grammar has read is noted, so a newer one reads all of them again and adds what it finds. */
import { headlinesWithoutSignals, type SignalReading, storeSignals, type UnreadHeadline } from '@bandgap/db';
import type { contracts, Payload } from '@bandgap/queue';
import { grammarVersion, readSignals } from '@bandgap/signals';
import type { WorkerDeps } from './deps.ts';

type Normalizer = (payload: Payload<typeof contracts.normalize>) => Promise<void>;

const headlinesAtOnce = 500;

/** Reads every headline that this grammar has not read yet. Safe to run in several processes at once. */
export async function readStoredHeadlines({ db }: Pick<WorkerDeps, 'db'>): Promise<void> {
  for (;;) {
    const headlines = await headlinesWithoutSignals(db.query, { grammarVersion, limit: headlinesAtOnce });
    if (headlines.length === 0) return;
    await db.transaction(({ query }) => storeSignals(query, headlines.map(readingOf)));
  }
}

const readingOf = ({ sourceId, key, title, publishedAt }: UnreadHeadline): SignalReading => ({
  sourceId,
  key,
  grammarVersion,
  signals: readSignals({ text: title, publishedAt }),
});

/** Reads documents as `normalize` does, and what the headlines among them say. */
export function signalReader(deps: WorkerDeps, normalize: Normalizer): Normalizer {
  return async (payload) => {
    await normalize(payload);
    const source = deps.sources.find(({ id }) => id === payload.sourceId);
    if (source?.commodity === 'news') await readStoredHeadlines(deps);
  };
}
