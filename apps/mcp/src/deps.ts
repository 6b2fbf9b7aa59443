/** What the tools need: the database, the time, and whose figures may leave. */
import type { Clock } from '@bandgap/core';
import type { Db } from '@bandgap/db';

export interface McpDeps {
  readonly db: Db;
  readonly clock: Clock;
  /** Restricted sources the operator holds a licence for. */
  readonly licensed: readonly string[];
  readonly version: string;
  /** A line for the operator. Standard output belongs to the protocol. */
  log(line: string): void;
}
