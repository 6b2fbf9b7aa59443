/** An announced price comes into force on its day, although the document that announced it never changes. */
import { valuesStillQuoted } from '@bandgap/db';
import { sources } from '@bandgap/sources';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { openSystem } from '../support/system.ts';

const price = (id: string, input: number, dates: object) => ({
  id,
  vendor: 'anthropic',
  input,
  input_cached: null,
  output: input * 5,
  from_date: null,
  to_date: null,
  ...dates,
});
const models = ['claude-opus-4', 'claude-opus-4.1', 'claude-opus-4.5', 'claude-opus-4.6', 'claude-opus-4.7'];
const prices = [
  ...models.map((id) => price(id, 5, {})),
  price('claude-sonnet-5', 2, { to_date: '2026-09-01' }),
  price('claude-sonnet-5', 3, { from_date: '2026-09-01' }),
];
const bytes = new TextEncoder().encode(JSON.stringify({ prices }));

test('the same bytes of another day are read again where they speak of days', async () => {
  const url = 'https://www.llm-prices.com/historical-v1.json';
  const system = await openSystem({
    databaseUrl: await freshDatabase(),
    sources: sources.filter(({ id }) => id === 'simonw'),
    transport: async ({ dueAt }) => [
      { kind: 'body', url, fetchedAt: dueAt, httpStatus: 200, contentType: 'application/json', bytes },
    ],
  });
  const inputOn = async (day: string) => {
    const at = `${day}T12:00:00.000Z`;
    await system.run([{ sourceId: 'simonw', dueAt: at }]);
    const wanted = { subjects: ['anthropic/claude-sonnet-5'], metrics: ['input'], asOf: at, knownAt: at };
    const found = await valuesStillQuoted(system.db.query, { ...wanted, terms: { kind: 'token' } });
    return found
      .filter(({ series: { terms } }) => terms.kind === 'token' && terms.validFrom === undefined)
      .map(({ value }) => value);
  };
  expect(await inputOn('2026-08-31')).toEqual([2]);
  expect(await inputOn('2026-09-01')).toEqual([3]);
});
