/** Follows what is stored and wakes whoever waits for it. The database is asked; nothing is remembered but how far it got. */
import { messageOf } from '@bandgap/core';
import { type Horizon, type Query, type StreamPosition, streamed, streamHorizon } from '@bandgap/db';

export interface ChangeFeed {
  /** Up to where everything has been stored for good: no transaction is open that could still store a lower number. Undefined when the feed was closed meanwhile. */
  settled(): Promise<StreamPosition | undefined>;
  /** Waits until more than `position` is settled. Undefined when that took longer than `patienceMs`, or nobody wants it any more. */
  beyond(position: StreamPosition, waiting: Waiting): Promise<StreamPosition | undefined>;
  readonly closed: boolean;
  close(): void;
}

export interface Waiting {
  readonly patienceMs: number;
  readonly abandoned: AbortSignal;
}

interface FeedOptions {
  readonly query: Query;
  readonly intervalMs?: number;
  log(line: string): void;
}

export function changeFeed({ query, intervalMs = 1000, log }: FeedOptions): ChangeFeed {
  let settled: StreamPosition | undefined;
  let pending: Horizon | undefined;
  let closed = false;
  let waiters = 0;
  let timer: NodeJS.Timeout | undefined;
  const ticks = new Set<() => void>();

  async function look(): Promise<void> {
    const horizon = await streamHorizon(query);
    if (pending !== undefined && horizon.endedBefore >= pending.begunBefore) {
      settled = pending.newest;
      pending = undefined;
    }
    if (horizon.endedBefore >= horizon.begunBefore) settled = horizon.newest;
    else pending ??= horizon;
  }

  /** Looks as long as somebody waits. */
  function follow(): void {
    timer ??= setTimeout(async () => {
      await look().catch((error: unknown) => log(`stream: ${messageOf(error)}`));
      timer = undefined;
      for (const tick of ticks) tick();
      if (waiters > 0 && !closed) follow();
    }, intervalMs);
  }

  const tick = () =>
    new Promise<void>((resolve) => {
      ticks.add(function once() {
        ticks.delete(once);
        resolve();
      });
    });

  async function waitFor<T>(found: () => T | undefined, { patienceMs, abandoned }: Waiting): Promise<T | undefined> {
    const until = performance.now() + patienceMs;
    waiters += 1;
    try {
      for (;;) {
        if (closed || abandoned.aborted) return undefined;
        const value = found();
        if (value !== undefined || performance.now() > until) return value;
        follow();
        await tick();
      }
    } finally {
      waiters -= 1;
    }
  }

  return {
    settled: async () => {
      await look();
      const found = await waitFor(() => settled, { patienceMs: 60_000, abandoned: new AbortController().signal });
      if (found === undefined && !closed)
        throw new Error('expected transactions to end within a minute, one was still open');
      return found;
    },
    beyond: (position, waiting) =>
      waitFor(() => (settled !== undefined && isBeyond(settled, position) ? settled : undefined), waiting),
    get closed() {
      return closed;
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const each of ticks) each();
    },
  };
}

const isBeyond = (settled: StreamPosition, position: StreamPosition): boolean =>
  streamed.some((kind) => settled[kind] > position[kind]);
