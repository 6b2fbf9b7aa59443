/** What the queues need from a store that can keep them. */
import type { BackendClasses, IQueueBackend } from 'bullmq';

/** Told of what goes wrong where nobody is waiting for an answer. */
export type OnError = (where: string, error: unknown) => void;

export interface Store<B extends IQueueBackend, C> {
  readonly kind: 'redis' | 'postgres';
  readonly classes: BackendClasses<B, C>;
  /** For ringing: fails fast. */
  readonly producing: C;
  /** For working: waits for the store to come back. */
  readonly consuming: C;
  /** False where a command would only wait for a connection. */
  inReach(): boolean;
  /** Resolves when commands wait for a connection that may never come. */
  lost(): Promise<void>;
  /** Ends the connections that the queues share. */
  end(): void;
}
