/** One request at a time per host, and no two starts closer than an interval. */
import { setTimeout as delay } from 'node:timers/promises';

/** Runs a task when its host's turn comes. Other hosts do not wait for it, nor does its failure stop the next. */
export type Politely = <T>(host: string, task: () => Promise<T>) => Promise<T>;

export interface Pace {
  /** Milliseconds between two starts on one host; 0 keeps only the order. */
  readonly intervalMs: number;
  /** A clock that never goes back, in milliseconds. */
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

export function politeness({ intervalMs, now = () => performance.now(), sleep = delay }: Pace): Politely {
  const lastTurn = new Map<string, Promise<unknown>>();
  const lastStart = new Map<string, number>();

  return (host, task) => {
    const turn = (lastTurn.get(host) ?? Promise.resolve()).then(async () => {
      const wait = (lastStart.get(host) ?? Number.NEGATIVE_INFINITY) + intervalMs - now();
      if (wait > 0) await sleep(wait);
      lastStart.set(host, now());
      return task();
    });
    lastTurn.set(
      host,
      turn.catch(() => {}),
    );
    return turn;
  };
}
