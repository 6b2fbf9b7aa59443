/** Sends what is owed, one lane per channel, and writes down how it went. A message that fails is tried again for days, then given up by name. */
import { setTimeout as delay } from 'node:timers/promises';
import { addMinutes, messageOf } from '@bandgap/core';
import { channelOfDelivery, claimDelivery, disableChannel, type OpenDelivery, recordAttempt } from '@bandgap/db';
import type { WorkerDeps } from '../deps.ts';
import type { Channel, Sent } from './channel.ts';
import { isDisabled } from './disabled.ts';
import type { Reading } from './read-told.ts';
import { attemptOf } from './retry.ts';
import { writeMessage } from './write-message.ts';

/** How long a channel may take over one message. */
const sendingMs = 20_000;
/** A worker that has not recorded an attempt by then is taken for dead. */
const claimMinutes = 0.5;

export interface Deliverer {
  /** A message is owed: sends all that its channel is owed by now. Where that is going on already, it goes on for longer. */
  deliver(deliveryId: string): Promise<void>;
  /** Starts no further message, and waits for those under way. */
  close(): Promise<void>;
}

export type Delivering = Reading & Pick<WorkerDeps, 'channels'>;

export function deliverer(deps: Delivering): Deliverer {
  const lanes = new Map<string, { rungAgain: boolean }>();
  const underWay = new Set<Promise<void>>();
  let closing = false;

  async function empty(channel: Channel): Promise<void> {
    const lane = { rungAgain: false };
    lanes.set(channel.name, lane);
    try {
      do {
        lane.rungAgain = false;
        while (!closing && (await deliverNext(deps, channel)));
      } while (lane.rungAgain && !closing);
    } finally {
      lanes.delete(channel.name);
    }
  }

  return {
    async deliver(deliveryId) {
      const name = await channelOfDelivery(deps.db.query, deliveryId);
      const channel = deps.channels.find((known) => known.name === name);
      if (channel === undefined) return;
      const lane = lanes.get(channel.name);
      if (lane !== undefined) {
        lane.rungAgain = true;
        return;
      }
      const emptied = empty(channel);
      underWay.add(emptied);
      await emptied.finally(() => underWay.delete(emptied));
    },
    async close() {
      closing = true;
      await Promise.allSettled(underWay);
    },
  };
}

/** False where the channel is owed nothing now. */
async function deliverNext(deps: Delivering, channel: Channel): Promise<boolean> {
  const { db, clock, log } = deps;
  if (await isDisabled(db.query, channel)) return false;
  const now = clock();
  const claim = { channel: channel.name, now, until: addMinutes(now, claimMinutes) };
  const delivery = await claimDelivery(db.query, claim);
  if (delivery === undefined) return false;

  const sent = await send(deps, channel, delivery);
  const attempt = attemptOf(sent, { id: delivery.id, before: delivery.attempts, now: clock() });
  if (sent.kind === 'gone') {
    const { name, fingerprint } = channel;
    await disableChannel(db.query, { name, fingerprint, disabledAt: clock(), reason: sent.reason });
  }
  await recordAttempt(db.query, delivery.id, attempt);
  if (attempt.kind !== 'delivered')
    log.warn({ delivery: delivery.id, channel: channel.name, ...attempt }, 'message not delivered');
  return true;
}

async function send(deps: Delivering, channel: Channel, delivery: OpenDelivery): Promise<Sent> {
  const stop = new AbortController();
  try {
    const message = await writeMessage(deps, delivery);
    const late = delay(sendingMs, { kind: 'failed', reason: `${channel.name} did not answer in time` } as const, {
      signal: stop.signal,
    });
    return await Promise.race([channel.send(message).catch((error) => unforeseen(channel, error)), late]);
  } catch (error) {
    return { kind: 'failed', reason: `the message could not be written: ${messageOf(error)}` };
  } finally {
    stop.abort();
  }
}

/** Nobody knows what such an error quotes. */
const unforeseen = ({ name }: Channel, error: unknown): Sent => ({
  kind: 'failed',
  reason: `${name} failed with ${error instanceof Error ? error.name : 'something that is no error'}`,
});
