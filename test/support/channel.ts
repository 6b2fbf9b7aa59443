/** A channel that answers as it is told, and remembers what it was sent. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, Sent } from '@bandgap/worker';

export interface FakeChannel extends Channel {
  readonly ids: string[];
}

export const delivered: Sent = { kind: 'delivered' };

interface Answers {
  /** In turn, the last for ever. */
  readonly answers?: readonly Sent[];
  readonly name?: string;
  readonly fingerprint?: string;
  readonly tookMs?: number;
}

export function fakeChannel({
  answers = [delivered],
  name = 'test',
  fingerprint = 'one',
  tookMs = 0,
}: Answers = {}): FakeChannel {
  const ids: string[] = [];
  return {
    name,
    fingerprint,
    ids,
    send: async ({ id }) => {
      const answer = answers[Math.min(ids.length, answers.length - 1)];
      ids.push(id);
      await sleep(tookMs);
      return answer ?? delivered;
    },
  };
}

export const failing = (reason: string, retryAfterSeconds?: number): Sent =>
  retryAfterSeconds === undefined ? { kind: 'failed', reason } : { kind: 'failed', reason, retryAfterSeconds };
