/** Reads documents in threads of their own, with a deadline: a page that hangs or exhausts its parser harms nobody else. */
import type { Artifact, Row } from '@bandgap/core';
import { Piscina } from 'piscina';

export type ReadDocument =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface DocumentReader {
  read(artifact: Artifact): Promise<ReadDocument>;
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** Module that exports `sources`; a name or a file URL. */
  readonly registry?: string;
  readonly deadlineMs?: number;
}

/** Threads run JavaScript only: a process that runs from source, with a loader of its own, has its documents read by what was last built. */
const built = import.meta.url.endsWith('.ts') ? '../../dist/read/' : './';

export function openDocumentReader({
  registry = '@bandgap/sources',
  deadlineMs = 20_000,
}: ReaderOptions = {}): DocumentReader {
  const pool = new Piscina({
    filename: new URL(`${built}reader-thread.js`, import.meta.url).href,
    execArgv: [],
    workerData: { registry },
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 4 },
  });
  return {
    async read(artifact) {
      try {
        return await pool.run(artifact, { name: 'read', signal: AbortSignal.timeout(deadlineMs) });
      } catch (error) {
        const reason = fault(error, deadlineMs);
        if (reason === undefined) throw error;
        return { kind: 'unreadable', reason };
      }
    },
    close: () => pool.destroy(),
  };
}

/** What the document did to its reader; undefined when the failure was not the document's. */
function fault(error: unknown, deadlineMs: number): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError') return `reading took longer than ${deadlineMs / 1000} s`;
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'reading took more than 512 MB of memory';
  return undefined;
}
