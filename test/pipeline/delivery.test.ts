/** Messages: tried again with the same id until the receiver takes them, given up when it wants no more. */
import { addMinutes, type Instant } from '@bandgap/core';
import { openRecordings } from '@bandgap/ingest';
import type { Channel, Sent } from '@bandgap/worker';
import { expect, test } from 'vitest';
import { ownRecordings } from '../support/bandgap.ts';
import { freshDatabase } from '../support/database.ts';
import { openSystem } from '../support/system.ts';

const recordings = await openRecordings(ownRecordings);
const rentals = recordings.slots(['gpurentalprices']);

/** A channel that answers in turn, the last answer for ever, and remembers the ids it was sent. */
function channel(...answers: readonly Sent[]): Channel & { readonly ids: string[] } {
  const ids: string[] = [];
  return {
    name: 'test',
    ids,
    send: async ({ id }) => {
      const answer = answers[Math.min(ids.length, answers.length - 1)];
      ids.push(id);
      return answer ?? { kind: 'delivered' };
    },
  };
}

async function crossFloorOnce(receiver: Channel) {
  let now: Instant = '2026-12-01T00:00:00.000Z';
  const system = await openSystem({
    databaseUrl: await freshDatabase(),
    transport: recordings.transport,
    channels: [receiver],
    clock: () => now,
  });
  await system.run(rentals.slice(0, 7));
  return {
    pass: async (minutes: number) => {
      now = addMinutes(now, minutes);
      await system.run([]);
    },
  };
}

test('a receiver in trouble gets the same message again, later', async () => {
  const receiver = channel({ kind: 'failed', reason: '503' }, { kind: 'failed', reason: '503' }, { kind: 'delivered' });
  const { pass } = await crossFloorOnce(receiver);
  expect(receiver.ids).toHaveLength(1);
  await pass(1);
  expect(receiver.ids).toHaveLength(2);
  await pass(1);
  expect(receiver.ids).toHaveLength(2);
  await pass(5);
  await pass(10_000);
  expect(receiver.ids).toHaveLength(3);
  expect(new Set(receiver.ids).size).toBe(1);
});

test('a receiver that asks to wait is left alone until then', async () => {
  const receiver = channel({ kind: 'failed', reason: '429', retryAfterSeconds: 3600 }, { kind: 'delivered' });
  const { pass } = await crossFloorOnce(receiver);
  await pass(59);
  expect(receiver.ids).toHaveLength(1);
  await pass(2);
  expect(receiver.ids).toHaveLength(2);
});

test('a receiver that is gone is not asked again', async () => {
  const receiver = channel({ kind: 'refused', reason: '410' });
  const { pass } = await crossFloorOnce(receiver);
  await pass(10_000);
  expect(receiver.ids).toHaveLength(1);
});
