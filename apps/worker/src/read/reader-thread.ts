/** What runs in the reader's thread: reads one document. Whatever it does to the thread, the process goes on. */

import { workerData } from 'node:worker_threads';
import { type Artifact, SourceChanged } from '@bandgap/core';
import { readDocument, type Source } from '@bandgap/sources';
import { z } from 'zod';
import type { ReadDocument } from './document-reader.ts';

const { registry } = z
  .object({ registry: z.string() })
  .parse([workerData].flat(2).find((data) => data?.registry !== undefined));
const { sources }: { sources: readonly Source[] } = await import(registry);

export function read(artifact: Artifact): ReadDocument {
  const source = sources.find(({ id }) => id === artifact.sourceId);
  if (source === undefined) throw new Error(`no source ${artifact.sourceId} in ${registry}`);
  try {
    return { kind: 'rows', rows: readDocument(source, artifact) };
  } catch (error) {
    if (error instanceof SourceChanged) return { kind: 'unreadable', reason: error.message };
    throw error;
  }
}
