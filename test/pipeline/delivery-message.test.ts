/** What a message says: every figure of the crossing, its definition, its links and its chart. */
import { defaultRules, withPatience } from '@bandgap/catalog';
import { addDays, startOf } from '@bandgap/core';
import { type AlertTransition, type Db, storeEvents, storeTransition } from '@bandgap/db';
import { writeMessage } from '@bandgap/worker';
import { expect, test } from 'vitest';
import { firstDay, ruleId, storeFloor, storeIndex, told } from '../support/crossing.ts';
import { openFreshDatabase } from '../support/database.ts';

const publicUrl = 'https://bandgap.example';

async function messageOn(db: Db, transition: AlertTransition, rules = defaultRules) {
  const transitionId = (await storeTransition(db.query, transition)) ?? 0;
  const log = { info: () => undefined, warn: (fields: object) => expect(fields).toEqual({}) };
  const clock = () => '2026-12-01T00:00:00.000Z';
  return writeMessage({ db, rules, publicUrl, clock, log }, { id: 'msg_1', transitionId });
}

async function crossing(db: Db, changed: Partial<AlertTransition> = {}) {
  const { floor, fixings } = await storeIndex(db.query, [1.74, 1.71, 1.66, 1.62, 1.6]);
  const last = fixings.at(-1);
  return told({
    asOf: last?.asOf ?? '',
    value: 1.6,
    reference: floor.price,
    since: startOf(addDays(firstDay, 3)),
    strong: true,
    runId: last?.runId ?? 0,
    referenceRunId: floor.runId,
    ...changed,
  });
}

const factOf = ({ facts }: { facts: readonly { label: string; value: string }[] }, label: string) =>
  facts.find((fact) => fact.label === label)?.value;

test('a crossing: what crossed what, by how much, since when, measured how', async () => {
  const db = await openFreshDatabase();
  const message = await messageOn(db, await crossing(db));
  const { mood, title, summary, links } = message;
  expect({ mood, title, summary }).toEqual({
    mood: 'alarm',
    title: 'H100 on demand, neoclouds is below its new-build floor',
    summary:
      'H100 on demand, neoclouds at 1.60 is below its new-build floor 1.88 USD/GPU-hr (-14.7 %) since 2026-05-05',
  });
  expect(factOf(message, 'Now')).toBe(
    '1.60 USD/GPU-hr on 2026-05-06, 14 owners, confidence ok, 1.55 to 1.64 with any one source left out',
  );
  expect(factOf(message, 'Before')).toBe('1.62 on 2026-05-05 (-1.2 % since)');
  expect(factOf(message, 'Difference')).toBe('-0.28 USD/GPU-hr, -14.7 %; so whichever single source is left out');
  expect(factOf(message, 'Measured by')).toMatch(
    /^an index of neoclouds, tenor on demand, surface list\. List prices and asks\. SXM/,
  );
  expect(factOf(message, 'Floor depends most on')?.split('; ')).toEqual([
    expect.stringMatching(/^capex per GPU 31,800 to 47,700: floor 1\.6\d to 2\.\d\d$/),
    expect.stringMatching(/^term years 4 to 6: floor /),
    expect.stringMatching(/: floor /),
  ]);
  expect(links.map(({ label, url }) => [label, url.replace(/[0-9a-f]{12}$/, '…')])).toEqual([
    ['Chart', 'https://bandgap.example/gpu/h100/on_demand/neocloud'],
    [
      'Chart as PNG',
      'https://bandgap.example/charts/gpu/h100/on_demand/neocloud/wide.png?knownAt=2026-05-07T00:30:00.000Z',
    ],
    ['Receipt of the value', 'https://bandgap.example/receipt/…'],
    ['Receipt of what it is held against', 'https://bandgap.example/receipt/…'],
    ['Rule', 'https://bandgap.example/alerts/h100-on-demand-below-floor'],
  ]);
});

test('a chart, drawn here, as PNG', async () => {
  const db = await openFreshDatabase();
  const { picture } = await messageOn(db, await crossing(db));
  expect([...(picture?.png.slice(0, 8) ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(picture?.png.length).toBeGreaterThan(20_000);
  expect(picture?.text).toBe('Chart of H100 on demand, neoclouds until 2026-05-06');
});

test('the same for programs, as a CloudEvent with receipts', async () => {
  const db = await openFreshDatabase();
  const { event } = await messageOn(db, await crossing(db));
  const { specversion, id, source, type, time, subject, data } = JSON.parse(event);
  expect({ specversion, id, source, type, time, subject }).toEqual({
    specversion: '1.0',
    id: 'msg_1',
    source: '/bandgap/alerts',
    type: 'bandgap.alert.firing',
    time: '2026-05-07T00:30:00.000Z',
    subject: ruleId,
  });
  expect(data).toMatchObject({ value: 1.6, unit: 'USD/GPU-hr', strong: true, since: '2026-05-05T00:00:00.000Z' });
  expect(data.run).toMatchObject({
    receipt: expect.stringMatching(/^[0-9a-f]{64}$/),
    n: 14,
    confidence: 'ok',
    low: 1.55,
  });
  expect(data.difference.relative).toBeCloseTo(-0.147, 3);
  expect(data.drivers.drivers).toHaveLength(3);
  expect(data.previousRun.value).toBe(1.62);
  expect(event.length).toBeLessThan(20_000);
});

test('a recovery says how long it lasted', async () => {
  const db = await openFreshDatabase();
  const message = await messageOn(
    db,
    await crossing(db, { from: 'firing', to: 'ok', value: 1.95, since: startOf('2026-04-24') }),
  );
  expect(message.mood).toBe('relief');
  expect(message.summary).toBe(
    'H100 on demand, neoclouds is no longer below its new-build floor: 1.95 USD/GPU-hr against 1.88 after 12 days, since 2026-04-24',
  );
  expect(factOf(message, 'Lasted')).toBe('12 days, from 2026-04-24 to 2026-05-06');
});

test('a reminder and a correction say that they are', async () => {
  const db = await openFreshDatabase();
  const first = await crossing(db);
  expect((await messageOn(db, { ...first, kind: 'reminder' })).summary).toMatch(/^Still: H100 .* since 2026-05-05$/);
  const revised = await messageOn(db, {
    ...first,
    kind: 'revised',
    from: 'firing',
    to: 'ok',
    value: 1.93,
    revision: 2,
  });
  expect(revised.summary).toBe(
    'Late or corrected data change what was told of 2026-05-06: H100 on demand, neoclouds is no longer below its new-build floor: 1.93 USD/GPU-hr against 1.88. What was sent before stays as it was sent.',
  );
  expect(JSON.parse(revised.event).type).toBe('bandgap.alert.revised');
});

test('a floor that moved names the inputs that moved it', async () => {
  const db = await openFreshDatabase();
  const { floor, fixings } = await storeIndex(db.query, [1.74]);
  const raised = await storeFloor(db.query, '2026-07-23', {
    capexPerGpu: 45_000,
    electricityPerKwh: 0.1,
    hurdleIrr: 0.15,
  });
  expect(raised.price).toBeGreaterThan(floor.price);
  const message = await messageOn(
    db,
    told({ value: 1.74, reference: raised.price, runId: fixings[0]?.runId ?? 0, referenceRunId: raised.runId }),
  );
  const moved = factOf(message, 'What moved the floor since 2026-05-01')?.split('; ');
  expect(moved?.map((line) => line.split(':')[0])).toEqual([
    'capex per GPU 39,750 to 45,000',
    'hurdle IRR 0.156 to 0.15',
    expect.stringContaining('electricity per kWh 0.087 to 0.1'),
  ]);
});

test('figures that would read the same are written out until they differ', async () => {
  const db = await openFreshDatabase();
  const { summary } = await messageOn(db, told({ value: 1.8991, reference: 1.8994 }));
  expect(summary).toContain('at 1.8991 is below its new-build floor 1.8994 USD/GPU-hr (-0.02 %)');
});

test('an event of a price, in which the words of a source cannot ping or link', async () => {
  const db = await openFreshDatabase();
  const key = 'a'.repeat(64);
  await storeEvents(db.query, [
    {
      key,
      kind: 'price_changed',
      source: 'litellm',
      subject: 'evil/@everyone-https://evil.example',
      asOf: '2026-06-01T00:00:00.000Z',
      recordedAt: '2026-06-01T06:00:00.000Z',
      event: {
        subject: 'evil/@everyone-https://evil.example',
        venue: 'anthropic',
        metric: 'input',
        terms: { tier: 'batch', contextFrom: 200_000 },
        from: 15,
        to: 10,
        change: -1 / 3,
        confirmedBy: ['litellm', 'portkey'],
      },
    },
  ]);
  const rule = 'frontier-price-changed';
  const { title, summary, mood, picture, facts, links } = await messageOn(
    db,
    told({ ruleId: rule, value: null, reference: null, unit: null, since: null, eventKey: key }),
  );
  expect({ title, mood, picture }).toEqual({
    title: 'evil/@\u200beveryone-https:\u200b//evil.\u200bexample: price changed',
    mood: 'notice',
    picture: undefined,
  });
  expect(summary).toContain(
    'at anthropic: input batch from 200000 tokens 15 → 10 USD/MTok (-33.3 %), by litellm, portkey',
  );
  expect(factOf({ facts }, 'On')).toBe('2026-06-01');
  expect(links[0]?.url).toBe('https://bandgap.example/changes');
});

test('a source that fell silent, and rules that are no longer there', async () => {
  const db = await openFreshDatabase();
  const silent = { value: 3000, reference: 1440, unit: 'minutes', since: '2026-04-30T00:00:00.000Z' } as const;
  const stale = await messageOn(db, told({ ruleId: 'source-stale/litellm', ...silent }));
  expect(stale.summary).toMatch(
    /^LiteLLM.* has had nothing to say that could be believed for 2 days, over its limit of 1 day, since 2026-04-29$/,
  );
  expect(stale.links[0]?.url).toBe('https://bandgap.example/sources/litellm');
  expect(stale.facts.map(({ label }) => label)).toEqual(['Since', 'Rule']);
  const heard = await messageOn(
    db,
    told({ ruleId: 'source-stale/litellm', ...silent, asOf: '2026-05-03T00:00:00.000Z', value: 0, to: 'ok' }),
  );
  expect(heard.summary).toMatch(/is heard again after 3 days, since 2026-04-30$/);
  const gone = await messageOn(db, told({ ruleId: 'withdrawn' }));
  expect(gone.title).toBe('Rule withdrawn fires');
});

test('a rule across terms shows its factor', async () => {
  const db = await openFreshDatabase();
  const rule = withPatience({
    id: 'own',
    title: 'Own',
    subject: { kind: 'index', id: 'h100/on_demand/neocloud' },
    condition: {
      kind: 'crosses',
      direction: 'above',
      reference: { kind: 'constant', value: 2, unit: 'USD/GPU-hr', label: 'our budget' },
      termFactor: { value: 1.2, label: 'on demand costs a fifth more than a contract' },
    },
  });
  const message = await messageOn(db, told({ ruleId: 'own', value: 2.5, reference: 2.4 }), [rule]);
  expect(message.title).toBe('H100 on demand, neoclouds is above our budget');
  expect(factOf(message, 'Other terms')).toBe('multiplied by 1.2: on demand costs a fifth more than a contract');
});
