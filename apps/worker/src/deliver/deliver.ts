/** Sends one message, and writes down how it went. A message that fails is tried again for days, then given up by name. */
import { addMinutes, type Instant } from '@bandgap/core';
import { type Attempt, openDelivery, recordAttempt, transitionById } from '@bandgap/db';
import type { WorkerDeps } from '../deps.ts';
import type { Sent } from './channel.ts';
import { messageBody } from './message-body.ts';

/** Minutes until the next attempt, after each failed one. */
const retryMinutes = [1 / 12, 5, 30, 120, 300, 600, 840, 1200, 1440] as const;

/** Within this process a message is sent once at a time, however often it is rung for. */
export function deliverer(deps: WorkerDeps): (deliveryId: string) => Promise<void> {
  const sending = new Map<string, Promise<void>>();
  return (deliveryId) => {
    const attempt = sending.get(deliveryId) ?? deliver(deps, deliveryId).finally(() => sending.delete(deliveryId));
    sending.set(deliveryId, attempt);
    return attempt;
  };
}

async function deliver({ db, channels, clock, log }: WorkerDeps, deliveryId: string): Promise<void> {
  const delivery = await openDelivery(db.query, deliveryId, clock());
  const channel = channels.find(({ name }) => name === delivery?.channel);
  if (delivery === undefined || channel === undefined) return;

  const body = await messageBody(db.query, delivery.id, await transitionById(db.query, delivery.transitionId));
  const sent = await channel.send({ id: delivery.id, sentAt: new Date(clock()), body });
  const attempt = attemptOf(sent, delivery.attempts, clock());
  await recordAttempt(db.query, delivery.id, attempt);
  if (attempt.kind !== 'delivered')
    log.warn({ delivery: delivery.id, channel: channel.name, ...attempt }, 'message not delivered');
}

/** `before` counts the attempts before this one. */
export function attemptOf(sent: Sent, before: number, now: Instant): Attempt {
  if (sent.kind === 'delivered') return { kind: 'delivered', at: now };
  const pause = retryMinutes[before];
  if (sent.kind === 'refused' || pause === undefined) return { kind: 'given_up', message: sent.reason, at: now };
  const minutes = Math.max(pause, (sent.retryAfterSeconds ?? 0) / 60);
  return { kind: 'failed', message: sent.reason, nextAttemptAt: addMinutes(now, minutes) };
}
