/** Everything a worker may touch. Tests pass their own; nothing is taken from a module-level singleton. */
import type { AlertRule } from '@bandgap/alerts';
import type { Clock } from '@bandgap/core';
import type { Db } from '@bandgap/db';
import type { Queues } from '@bandgap/queue';
import type { Source } from '@bandgap/sources';
import type { Channel } from './deliver/channel.ts';
import type { DocumentReader } from './read/document-reader.ts';

export interface WorkerDeps {
  readonly db: Db;
  readonly queues: Queues;
  /** The sources that are enabled here. */
  readonly sources: readonly Source[];
  readonly reader: DocumentReader;
  readonly channels: readonly Channel[];
  /** Those that come with Bandgap and those of a file; what people made is in the database. */
  readonly rules: readonly AlertRule[];
  /** Where people find the dashboard, without a slash at the end: messages link there. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Structured lines, as pino writes them. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}
