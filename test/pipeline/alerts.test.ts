/** Rules through the pipeline: corrected by late data, silenced, made by people, about sources and events. */
import { type AlertRule, defaultRules, withPatience } from '@bandgap/catalog';
import { addMinutes, type Instant } from '@bandgap/core';
import {
  deliveriesAbout,
  mutesOf,
  type Query,
  standingTransitions,
  storeRule,
  storeSilence,
  transitionsOf,
} from '@bandgap/db';
import { openRecordings, Unreachable } from '@bandgap/ingest';
import { databaseReaders, readAlerts } from '@bandgap/views';
import { expect, test } from 'vitest';
import { ownRecordings } from '../support/bandgap.ts';
import { fakeChannel } from '../support/channel.ts';
import { freshDatabase } from '../support/database.ts';
import { openSystem } from '../support/system.ts';

const recordings = await openRecordings(ownRecordings);
const rentals = recordings.slots(['gpurentalprices']);
const floorRule = 'h100-on-demand-below-floor';
const now: Instant = '2026-12-01T00:00:00.000Z';

async function open(options: Partial<Parameters<typeof openSystem>[0]> = {}) {
  const channel = fakeChannel();
  const system = await openSystem({
    databaseUrl: await freshDatabase(),
    transport: recordings.transport,
    channels: [channel],
    clock: () => now,
    ...options,
  });
  return { ...system, query: system.db.query, channel };
}

const told = async (query: Query, rule: string) =>
  (await transitionsOf(query, rule)).map(
    ({ asOf, kind, to, revision }) => `${asOf.slice(0, 10)} ${kind} ${to} ${revision}`,
  );

test('a crossing is one row and one message, with what crossed what and since when', async () => {
  const { run, query, channel } = await open();
  await run(rentals);
  await run(rentals);
  expect(await told(query, floorRule)).toEqual([
    '2026-06-07 transition firing 1',
    '2026-06-09 transition ok 1',
    '2026-06-12 transition firing 1',
    '2026-06-13 transition ok 1',
  ]);
  expect(new Set(channel.ids).size).toBe(4);
  expect(channel.ids).toHaveLength(4);
  const [fired, cleared] = await transitionsOf(query, floorRule);
  expect(fired).toMatchObject({ unit: 'USD/GPU-hr', since: '2026-06-06T00:00:00.000Z', strong: true });
  expect(fired?.reference).toBeCloseTo(1.876, 3);
  expect(cleared).toMatchObject({ from: 'firing', since: fired?.asOf });
});

test('a day that comes late is judged again, said to be revised, and what was sent stays', async () => {
  const { run, query, channel } = await open();
  const isLate = ({ dueAt }: { readonly dueAt: Instant }) => dueAt.startsWith('2026-06-06');
  await run(rentals.filter((slot) => !isLate(slot)));
  const before = await transitionsOf(query, floorRule);
  expect(before.map(({ asOf, to }) => `${asOf.slice(0, 10)} ${to}`)).toContain('2026-06-08 firing');
  const sent = [...channel.ids];

  await run(rentals.filter(isLate));
  expect((await standingTransitions(query, floorRule)).map(({ asOf, to }) => `${asOf.slice(0, 10)} ${to}`)).toEqual([
    '2026-06-07 firing',
    '2026-06-09 ok',
    '2026-06-12 firing',
    '2026-06-13 ok',
  ]);
  const after = await transitionsOf(query, floorRule);
  expect(after.filter(({ id }) => before.some((row) => row.id === id))).toEqual(before);
  const added = after.filter(({ id }) => !before.some((row) => row.id === id));
  expect(added).toMatchObject([{ kind: 'revised', to: 'firing', asOf: '2026-06-07T00:00:00.000Z' }]);
  expect(channel.ids.slice(0, sent.length)).toEqual(sent);
  expect(channel.ids).toHaveLength(sent.length + 1);
}, 60_000);

test('a silence holds back messages and no transition, and says so', async () => {
  const { run, query, channel } = await open();
  const silence = {
    transitionId: null,
    author: 'ada',
    reason: 'trial',
    at: addMinutes(now, -10),
    until: addMinutes(now, 10),
  };
  const id = await storeSilence(query, { ruleId: '*', ...silence });
  await run(rentals);
  const transitions = await transitionsOf(query, floorRule);
  expect(transitions).toHaveLength(4);
  expect(channel.ids).toEqual([]);
  const ids = transitions.map((transition) => transition.id);
  expect(await deliveriesAbout(query, ids)).toEqual([]);
  expect([...(await mutesOf(query, ids)).values()]).toEqual([id, id, id, id]);
  const read = await readAlerts(query, { now, rules: defaultRules });
  expect(read.silences).toMatchObject([{ ruleId: '*', author: 'ada' }]);
  expect(read.told.map(({ mutedBy }) => mutedBy)).toEqual([id, id, id, id]);
});

test('whoever took note of a firing is not reminded of it, and hears when it ends', async () => {
  const reminding = defaultRules.map((rule) => ({ ...rule, remindEveryDays: 0.5 }));
  const { run, query, channel } = await open({ rules: reminding });
  await run(rentals.slice(0, 7));
  const [firing] = await standingTransitions(query, floorRule);
  const note = { author: 'ada', reason: 'known', at: addMinutes(now, -1), until: null };
  await storeSilence(query, { ruleId: floorRule, transitionId: firing?.id ?? null, ...note });
  await run(rentals.slice(7, 9));
  expect(await told(query, floorRule)).toEqual([
    '2026-06-07 transition firing 1',
    '2026-06-08 reminder firing 1',
    '2026-06-09 transition ok 1',
  ]);
  expect(channel.ids).toHaveLength(2);
});

const underThree: AlertRule = withPatience({
  id: 'h100-under-three',
  title: 'H100 under three dollars',
  subject: { kind: 'index', id: 'h100/on_demand/neocloud' },
  condition: { kind: 'crosses', direction: 'below', reference: { kind: 'constant', value: 3, unit: 'USD/GPU-hr' } },
});

test('a rule that somebody makes tells from then on; with fireOnStart also what holds already', async () => {
  const { run, db, query, channel } = await open({ rules: [] });
  const firedThen = { day: '2026-06-02', to: 'firing' };
  await run(rentals.slice(0, 10));
  const made = { author: 'ada', at: now };
  await storeRule(query, { id: underThree.id, rule: underThree, ...made });
  await storeRule(query, {
    id: 'h100-at-once',
    rule: { ...underThree, id: 'h100-at-once', fireOnStart: true },
    ...made,
  });
  await run(rentals.slice(10, 12));
  expect(await told(query, underThree.id)).toEqual(['2026-06-02 transition firing 1']);
  expect(await told(query, 'h100-at-once')).toEqual(['2026-06-02 transition firing 1']);
  expect(channel.ids).toHaveLength(1);

  const { today, index } = databaseReaders(db, () => now, []);
  expect((await today()).firing.map(({ rule }) => rule)).toEqual(['h100-at-once', 'h100-under-three']);
  const marked = async () => (await index('h100/on_demand/neocloud'))?.alerts;
  expect(await marked()).toEqual([firedThen, firedThen]);

  await storeRule(query, { id: underThree.id, rule: null, ...made });
  expect((await today()).firing).toMatchObject([{ rule: 'h100-at-once', reference: 3, unit: 'USD/GPU-hr' }]);
  expect(await marked()).toEqual([firedThen]);
  const { rules } = await readAlerts(query, { now, rules: [] });
  expect(rules.map(({ id, standing }) => [id, standing?.state])).toEqual([['h100-at-once', 'firing']]);
}, 60_000);

test('a rule for one channel owes nothing to the others', async () => {
  const other = fakeChannel({ name: 'other' });
  const mine = fakeChannel();
  const rules = [{ ...underThree, channels: ['test'], fireOnStart: true }];
  const { run } = await open({ rules, channels: [mine, other] });
  await run(rentals.slice(0, 3));
  expect([mine.ids.length, other.ids.length]).toEqual([1, 0]);
});

test('a source that falls silent is told once, and again when it speaks', async () => {
  let isReachable = true;
  const { run, query, channel } = await open({
    transport: async (request) => {
      if (!isReachable) throw new Unreachable('no route', { final: true });
      return recordings.transport(request);
    },
  });
  await run(rentals.slice(0, 2));
  isReachable = false;
  const slots = [3, 4, 5, 6, 7].map((day) => ({ sourceId: 'gpurentalprices', dueAt: `2026-06-0${day}T12:00:00.000Z` }));
  await run(slots);
  isReachable = true;
  await run(rentals.slice(8, 9));
  expect((await told(query, 'source-stale/gpurentalprices')).map((row) => row.slice(11))).toEqual([
    'transition firing 1',
    'transition ok 1',
  ]);
  expect(channel.ids).toHaveLength(2);
}, 60_000);
