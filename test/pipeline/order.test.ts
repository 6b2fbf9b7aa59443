/** Recordings that arrive in any order end in the same beliefs: values, fixings, newest model outputs, alert transitions. */
import { indexDefinitions } from '@bandgap/catalog';
import { fixings, latestRuns, standingTransitions } from '@bandgap/db';
import { openRecordings } from '@bandgap/ingest';
import { sources } from '@bandgap/sources';
import { expect, test } from 'vitest';
import { ownRecordings } from '../support/bandgap.ts';
import { freshDatabase } from '../support/database.ts';
import { openSystem } from '../support/system.ts';

const recordings = await openRecordings(ownRecordings);
const slots = recordings.slots(sources.map(({ id }) => id));

/** Plays the recordings one after the other, each until nothing is owed. */
async function beliefsAfter(order: typeof slots) {
  const system = await openSystem({ databaseUrl: await freshDatabase(), transport: recordings.transport });
  for (const slot of order) await system.run([slot]);
  const { query } = system.db;
  const models = ['rental-index', 'blended-price', 'memory-unit-price', 'rental-floor', 'value-ceiling'];
  const beliefs = {
    fixings: (
      await Promise.all(indexDefinitions.map(({ id }) => fixings(query, { model: 'rental-index', subject: id })))
    )
      .flat()
      .map(({ subject, asOf, receipt, output }) => ({ subject, asOf, receipt, output })),
    newest: (await Promise.all(models.map((model) => latestRuns(query, model))))
      .flat()
      .map(({ model, subject, output }) => ({ model, subject, output })),
    transitions: (await standingTransitions(query, 'h100-on-demand-below-floor')).map(({ asOf, to, value }) => ({
      asOf,
      to,
      value,
    })),
  };
  await system.close();
  return beliefs;
}

test('in order, backwards and shuffled', async () => {
  const expected = await beliefsAfter(slots);
  expect(expected.transitions.map(({ to }) => to)).toEqual(['firing', 'ok', 'firing', 'ok']);
  expect(await beliefsAfter(slots.toReversed())).toEqual(expected);
  const shuffled = slots
    .map((slot, index) => ({ slot, key: ((index * 7919) % 104_729) % slots.length }))
    .sort((a, b) => a.key - b.key);
  expect(await beliefsAfter(shuffled.map(({ slot }) => slot))).toEqual(expected);
}, 180_000);
