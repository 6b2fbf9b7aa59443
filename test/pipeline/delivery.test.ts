/** Messages: tried again with the same id until the receiver takes them, in order, each channel by itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { addMinutes, type Instant } from '@bandgap/core';
import { type Db, disabledChannels, undelivered } from '@bandgap/db';
import { type Channel, deliverer, owedMessages } from '@bandgap/worker';
import { describe, expect, test } from 'vitest';
import { delivered, failing, fakeChannel } from '../support/channel.ts';
import { oweMessages } from '../support/crossing.ts';
import { openFreshDatabase } from '../support/database.ts';

/** A worker's half that delivers, on a clock of its own, without the queue in between. */
async function delivery(channels: readonly Channel[], db?: Db) {
  const database = db ?? (await openFreshDatabase());
  let now: Instant = '2026-12-01T00:00:00.000Z';
  const warnings: object[] = [];
  const deps = {
    db: database,
    channels,
    rules: [],
    publicUrl: 'https://bandgap.example',
    clock: () => now,
    log: { info: () => undefined, warn: (fields: object) => void warnings.push(fields) },
  };
  const worker = deliverer(deps);
  return {
    db: database,
    warnings,
    worker,
    later: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    owed: () => owedMessages(database.query, { channels, now }),
    /** Rings for all that is owed, as a sweep does. */
    sweep: async () => {
      const ids = await owedMessages(database.query, { channels, now });
      await Promise.all(ids.map((id) => worker.deliver(id)));
    },
  };
}

const owe = (db: Db, channels: readonly Channel[], count = 1, rule?: string) =>
  oweMessages(db.query, { channels: channels.map(({ name }) => name), count, ...(rule === undefined ? {} : { rule }) });

describe('a receiver in trouble', () => {
  test('gets the same message again, later and later, until it takes it', async () => {
    const channel = fakeChannel({ answers: [failing('503'), failing('503'), delivered] });
    const { db, sweep, later } = await delivery([channel]);
    await owe(db, [channel]);
    await sweep();
    await sweep();
    expect(channel.ids).toHaveLength(1);
    later(0.2);
    await sweep();
    expect(channel.ids).toHaveLength(2);
    later(3.9);
    await sweep();
    expect(channel.ids).toHaveLength(2);
    later(2.2);
    await sweep();
    later(10_000);
    await sweep();
    expect(channel.ids).toHaveLength(3);
    expect(new Set(channel.ids).size).toBe(1);
    expect(await undelivered(db.query, 10)).toEqual([]);
  });

  test('is left alone for as long as it asks', async () => {
    const channel = fakeChannel({ answers: [failing('429', 3600), delivered] });
    const { db, sweep, later } = await delivery([channel]);
    await owe(db, [channel]);
    await sweep();
    later(59);
    await sweep();
    expect(channel.ids).toHaveLength(1);
    later(2);
    await sweep();
    expect(channel.ids).toHaveLength(2);
  });

  test('is given up after ten attempts over three days, by name', async () => {
    const channel = fakeChannel({ answers: [failing('test answered 500')] });
    const { db, sweep, later, warnings } = await delivery([channel]);
    await owe(db, [channel]);
    let hours = 0;
    for (; channel.ids.length < 10; hours += 0.1) {
      await sweep();
      later(6);
    }
    expect(hours).toBeGreaterThan(60);
    expect(hours).toBeLessThan(90);
    later(100_000);
    await sweep();
    expect(channel.ids).toHaveLength(10);
    expect(await undelivered(db.query, 10)).toMatchObject([
      { channel: 'test', attempts: 10, givenUpAt: expect.any(String), message: 'test answered 500' },
    ]);
    expect(warnings.at(-1)).toMatchObject({ kind: 'given_up', channel: 'test' });
  });

  test('does not get back everything at once', async () => {
    const channel = fakeChannel({ answers: [failing('503')] });
    const { db, sweep } = await delivery([channel]);
    for (let rule = 0; rule < 20; rule += 1) await owe(db, [channel], 1, `rule-${rule}`);
    await sweep();
    const times = (await undelivered(db.query, 100)).map(({ nextAttemptAt }) => nextAttemptAt);
    expect(new Set(times).size).toBe(20);
  });

  test('or in an error of ours gets it again too, and nothing that the error quotes is kept', async () => {
    const channel: Channel = { ...fakeChannel(), send: () => Promise.reject(new TypeError('bad https://secret')) };
    const { db, sweep } = await delivery([channel]);
    await owe(db, [channel]);
    await sweep();
    expect(await undelivered(db.query, 10)).toMatchObject([{ attempts: 1, message: 'test failed with TypeError' }]);
  });
});

describe('a receiver that is gone', () => {
  const gone = { kind: 'gone', reason: 'test answered 410' } as const;

  test('turns its channel off for good, and what is owed waits', async () => {
    const channel = fakeChannel({ answers: [gone] });
    const { db, sweep, later, owed } = await delivery([channel]);
    await owe(db, [channel], 3);
    await sweep();
    later(100_000);
    await sweep();
    expect(channel.ids).toHaveLength(1);
    expect(await disabledChannels(db.query)).toMatchObject([{ name: 'test', reason: 'test answered 410' }]);
    expect(await owed()).toEqual([]);
    expect(await undelivered(db.query, 10)).toHaveLength(3);
  });

  test('is another one once its address changed, and gets what waited', async () => {
    const { db, sweep } = await delivery([fakeChannel({ answers: [gone] })]);
    await owe(db, [fakeChannel()], 3);
    await sweep();
    const moved = fakeChannel({ fingerprint: 'two' });
    const after = await delivery([moved], db);
    await after.sweep();
    expect(moved.ids).toHaveLength(3);
    expect(await disabledChannels(db.query)).toEqual([]);
  });
});

describe('several messages', () => {
  test('of one rule arrive in order, though the first one failed', async () => {
    const channel = fakeChannel({ answers: [failing('503'), delivered] });
    const { db, sweep, later } = await delivery([channel]);
    const ids = await owe(db, [channel], 4);
    await sweep();
    expect(channel.ids).toEqual([ids[0]]);
    later(0.2);
    await sweep();
    expect(channel.ids).toEqual([ids[0], ...ids]);
  });

  test('news of a rule that waits brings what is older along', async () => {
    const channel = fakeChannel({ answers: [failing('503'), failing('503'), failing('503'), delivered] });
    const { db, sweep, later } = await delivery([channel]);
    await owe(db, [channel], 1);
    for (const minutes of [0, 1, 7]) {
      later(minutes);
      await sweep();
    }
    expect(channel.ids).toHaveLength(3);
    const ids = await owe(db, [channel], 2);
    await sweep();
    expect(channel.ids.slice(3)).toEqual(ids);
  });

  test('a rule whose message fails holds up no other rule', async () => {
    const channel = fakeChannel({ answers: [failing('400'), delivered] });
    const { db, sweep } = await delivery([channel]);
    await owe(db, [channel], 2, 'one');
    const others = await owe(db, [channel], 2, 'other');
    await sweep();
    expect(channel.ids.slice(1)).toEqual(others);
  });

  test('a channel that hangs delays no other', async () => {
    const hanging = fakeChannel({ name: 'hanging', tookMs: 1500 });
    const quick = fakeChannel({ name: 'quick' });
    const { db, worker } = await delivery([hanging, quick]);
    const ids = await owe(db, [hanging, quick], 30);
    const started = performance.now();
    const all = ids.map((id) => worker.deliver(id));
    while (quick.ids.length < 30 && performance.now() - started < 5000) await sleep(20);
    expect(quick.ids).toHaveLength(30);
    expect(hanging.ids.length).toBeLessThan(4);
    await worker.close();
    await Promise.all(all);
  });

  test('a message is sent once, by however many workers it is rung for', async () => {
    const channel = fakeChannel({ tookMs: 20 });
    const first = await delivery([channel]);
    const second = await delivery([channel], first.db);
    const ids = [...(await owe(first.db, [channel], 10, 'one')), ...(await owe(first.db, [channel], 10, 'other'))];
    await Promise.all([...ids, ...ids].flatMap((id) => [first.worker.deliver(id), second.worker.deliver(id)]));
    await Promise.all([first.sweep(), second.sweep()]);
    expect(channel.ids.toSorted()).toEqual(ids.toSorted());
  });

  test('a message whose worker died is sent by another, with the same id', async () => {
    const dying = fakeChannel({ tookMs: 400 });
    const { db, worker } = await delivery([dying]);
    const [id = ''] = await owe(db, [dying]);
    const lost = worker.deliver(id);
    while (dying.ids.length === 0) await sleep(5);

    const heir = fakeChannel();
    const after = await delivery([heir], db);
    await after.sweep();
    expect(heir.ids).toEqual([]);
    expect(await after.owed()).toEqual([id]);
    after.later(0.6);
    await after.sweep();
    expect(heir.ids).toEqual([id]);
    await lost;
  });
});
