/** Events: what recorded price lists tell, told once, and the same in whatever order they come. */
import { events, restateEvents, type Slot, type StoredEvent } from '@bandgap/db';
import { openRecordings } from '@bandgap/ingest';
import { describe, expect, test } from 'vitest';
import { ownRecordings } from '../support/bandgap.ts';
import { freshDatabase, openFreshDatabase } from '../support/database.ts';
import { haveSharedRecordings } from '../support/recordings.ts';
import { openSystem } from '../support/system.ts';

const limit = 10_000;
const short = ({ recordedAt, kind, source, subject }: StoredEvent) =>
  `${recordedAt.slice(0, 10)} ${source}: ${kind} ${subject}`;

/** Plays recordings of LiteLLM one after the other in an order of our own, and again. */
async function toldBy(order: (slots: readonly Slot[]) => readonly Slot[]) {
  const recordings = await openRecordings(ownRecordings);
  const played = order(recordings.slots(['litellm']));
  const system = await openSystem({ databaseUrl: await freshDatabase(), transport: recordings.transport });
  for (const slot of played) await system.run([slot]);
  const told = await events(system.db.query, { limit });
  await system.run(played);
  expect(await events(system.db.query, { limit })).toEqual(told);
  return told.filter(({ source }) => source === 'litellm');
}

test('a price that changed is told once, whatever the order of the documents', async () => {
  const told = await toldBy((slots) => slots);
  const changes = told.filter(({ kind, event }) => kind === 'price_changed' && event.metric === 'input');
  expect(changes.map(({ asOf, event: { from, to } }) => ({ asOf, from, to }))).toEqual([
    { asOf: '2026-06-12T06:00:00.000Z', from: 4, to: 5 },
    { asOf: '2026-06-08T06:00:00.000Z', from: 5, to: 4 },
  ]);
  const thirdLast = (slots: readonly Slot[]) => [...slots.slice(0, 2), ...slots.slice(3), ...slots.slice(2, 3)];
  expect(await toldBy((slots) => slots.toReversed())).toEqual(told);
  expect(await toldBy(thirdLast)).toEqual(told);
}, 120_000);

test('what is no longer supported is retracted, and told of again where it is supported after all', async () => {
  const { query } = await openFreshDatabase();
  const recordedAt = '2026-06-08T06:00:00.000Z';
  const scope = { source: 'litellm', recordedAt };
  const told = (letter: string, subject: string): StoredEvent => ({
    ...scope,
    key: letter.repeat(64),
    kind: 'model_added',
    subject,
    asOf: recordedAt,
    event: { subject },
  });
  const [one, two] = [told('a', 'lab/one'), told('b', 'lab/two')];
  const subjects = async () => (await events(query, { limit })).map(({ subject }) => subject);
  expect(await restateEvents(query, scope, [one, two])).toEqual([one, two]);
  expect(await restateEvents(query, scope, [one])).toEqual([]);
  expect(await subjects()).toEqual(['lab/one']);
  expect(await restateEvents(query, { ...scope, subjects: ['lab/three'] }, [])).toEqual([]);
  expect(await subjects()).toEqual(['lab/one']);
  expect(await restateEvents(query, scope, [one, two])).toEqual([]);
  expect(await subjects()).toEqual(['lab/two', 'lab/one']);
});

describe.skipIf(!haveSharedRecordings)('on recorded price lists (skipped where they are absent)', () => {
  test('tells what happened, once', async () => {
    const { playedLists } = await import('../support/token-recordings.ts');
    const { db, again } = await playedLists();
    const of = (subject: string) => events(db.query, { subject, limit });

    const sonnet = (await of('anthropic/claude-sonnet-5')).filter(({ kind }) => kind.startsWith('change_'));
    expect(sonnet.map(short)).toEqual([
      '2026-08-11 anthropic: change_cancelled anthropic/claude-sonnet-5',
      '2026-07-21 anthropic: change_scheduled anthropic/claude-sonnet-5',
    ]);
    expect(sonnet[1]?.event).toMatchObject({
      effectiveOn: '2026-09-01',
      meters: expect.arrayContaining([
        { metric: 'input', tier: 'standard', contextFrom: 0, from: 2, to: 3 },
        { metric: 'output', tier: 'standard', contextFrom: 0, from: 10, to: 15 },
      ]),
    });

    const confirmed = (await of('deepseek/deepseek-v4-pro')).filter(({ source }) => source === 'confirmed-price');
    expect(confirmed.filter(({ kind }) => kind === 'price_changed').map(({ event }) => event)).toEqual(
      expect.arrayContaining([expect.objectContaining({ metric: 'input', from: 0.435, to: 0.66 })]),
    );
    expect(confirmed.some(({ kind }) => kind === 'source_disagreement')).toBe(true);

    const all = await events(db.query, { limit });
    const moving = all.filter(({ subject }) => subject.includes(':~') || subject.endsWith('-latest'));
    expect(moving.filter(({ kind }) => kind === 'price_changed')).toEqual([]);
    expect(moving.filter(({ kind }) => kind === 'alias_repointed').map(short).length).toBeGreaterThan(0);

    await again();
    expect(await events(db.query, { limit })).toEqual(all);
  }, 240_000);
});
