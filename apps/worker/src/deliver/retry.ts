/** When a message is tried again, and when it is given up. */
import { addMinutes, type Instant, sha256 } from '@bandgap/core';
import type { Attempt } from '@bandgap/db';
import type { Sent } from './channel.ts';

/** Minutes until the next attempt, after each failed one: the schedule of the Standard Webhooks specification, some three days. */
const retryMinutes = [1 / 12, 5, 30, 120, 300, 600, 840, 1200, 1440] as const;

interface Tried {
  readonly id: string;
  /** Attempts before this one. */
  readonly before: number;
  readonly now: Instant;
}

export function attemptOf(sent: Sent, { id, before, now }: Tried): Attempt {
  if (sent.kind === 'delivered') return { kind: 'delivered', at: now };
  if (sent.kind === 'gone') return { kind: 'failed', message: sent.reason, nextAttemptAt: now };
  const pause = retryMinutes[before];
  if (pause === undefined) return { kind: 'given_up', message: sent.reason, at: now };
  const minutes = Math.max(pause * spread(id, before), (sent.retryAfterSeconds ?? 0) / 60);
  return { kind: 'failed', message: sent.reason, nextAttemptAt: addMinutes(now, minutes) };
}

/** From 0.8 to 1.2, the same each time it is asked: messages that failed together do not come back together. */
const spread = (id: string, before: number): number =>
  0.8 + 0.4 * (Number.parseInt(sha256(`${id} ${before}`).slice(0, 8), 16) / 2 ** 32);
