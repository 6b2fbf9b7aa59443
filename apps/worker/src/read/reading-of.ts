/** One stored document, read and judged beside what was known before it. */
import { artifactOf, type Reading, type StoredCapture } from '@bandgap/db';
import { judge, type Source } from '@bandgap/sources';
import type { WorkerDeps } from '../deps.ts';
import { previousReading } from './previous-reading.ts';

export type ReadingDeps = Pick<WorkerDeps, 'db' | 'reader'>;

export async function readingOf({ db, reader }: ReadingDeps, source: Source, capture: StoredCapture): Promise<Reading> {
  const nothing = { reasons: [], quotes: [], headlines: [], skips: [], held: [] };
  const reading = { ...nothing, capture, parserVersion: source.parserVersion };
  const artifact = await artifactOf(db.query, capture.id);
  const document = await reader.read(artifact);
  if (document.kind === 'unreadable') return { ...reading, verdict: 'unreadable', reasons: [document.reason] };

  const { kind, ...judged } = judge(source, document.rows, await previousReading(db.query, source, artifact));
  return { ...reading, ...judged, verdict: kind };
}
