/** What the apps can do with the queues. */
import type { Contract, QueueName } from './contracts.ts';

export interface RingOptions {
  /** Sets this ring apart from earlier ones with the same key, which may have failed or been forgotten half-way. */
  readonly again?: string;
  readonly delayMs?: number;
}

export interface Attempt {
  /** 1, 2, 3 … */
  readonly number: number;
  /** No further attempt follows if this one fails. */
  readonly last: boolean;
}

export interface Work<P> {
  /** How many jobs at a time. */
  readonly concurrency: number;
  /** Rejects to be tried again later, with a FinalError to be left alone. */
  run(payload: P, attempt: Attempt): Promise<void>;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

export interface Queues {
  readonly kind: 'redis' | 'postgres';
  /**
   * Asks for work, unless the same work is already asked for. Never rejects: where the store is out of reach the
   * answer is false, `onError` is told, and a sweep over the database has to find the work.
   */
  ring<P>(contract: Contract<P>, payload: P, options?: RingOptions): Promise<boolean>;
  /** Works until `close`. A store that is restarted or emptied meanwhile interrupts nothing. */
  work<P>(contract: Contract<P>, work: Work<P>): void;
  counts(): Promise<Readonly<Record<QueueName, QueueCounts>>>;
  /** Waits for the jobs at work, takes no more, and disconnects. */
  close(): Promise<void>;
}
