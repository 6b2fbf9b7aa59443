/** Observations are stored when a value changes, read with two clocks, and the same whatever the order of arrival. */
import type { Quote } from '@bandgap/core';
import {
  announceSlots,
  closeSlot,
  type Db,
  nextUnread,
  readSuccessor,
  storeCapture,
  storeReading,
  valuesStillQuoted,
} from '@bandgap/db';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFreshDatabase } from '../support/database.ts';
import { differences, dump } from '../support/dump.ts';

const url = 'https://example.org/prices';
const day = (number: number) => `2026-05-${String(number).padStart(2, '0')}T06:00:00.000Z`;

const rental = (value: number, venue = 'lambda'): Quote => ({
  kind: 'quote',
  series: {
    subject: 'h100-sxm',
    metric: 'rental',
    venue,
    terms: { kind: 'rental', surface: 'list', tenor: 'on_demand' },
    unit: 'USD/GPU-hr',
  },
  value,
  at: `/${venue}`,
});

/** Fetches and reads one document of these prices, as ingest and worker do. */
async function record(db: Db, at: string, quotes: readonly Quote[]): Promise<number> {
  const slot = { sourceId: 'test', dueAt: at };
  await announceSlots(db.query, [slot]);
  const bytes = new TextEncoder().encode(JSON.stringify(quotes));
  await storeCapture(db.query, {
    sourceId: 'test',
    slot: at,
    url,
    fetchedAt: at,
    httpStatus: 200,
    contentType: 'application/json',
    bytes,
  });
  await closeSlot(db.query, { ...slot, outcome: 'fetched' });
  return read(db, quotes);
}

async function read(db: Db, quotes: readonly Quote[]): Promise<number> {
  const capture = await nextUnread(db.query, { sourceId: 'test', after: [] });
  if (capture === undefined) return 0;
  const successor = await readSuccessor(db.query, capture);
  return db.transaction(async (tx) => {
    const rest = { parserVersion: 1, verdict: 'accepted', reasons: [], headlines: [], skips: [], held: [] } as const;
    const changed = await storeReading(tx, { ...rest, capture, quotes });
    if (successor !== undefined) {
      const { rows } = await tx.client.query<{ bytes: Buffer }>(
        'select bytes from capture join artifact using (sha256) where id = $1',
        [successor.id],
      );
      const again: readonly Quote[] = JSON.parse(rows[0]?.bytes.toString() ?? '[]');
      await storeReading(tx, { ...rest, capture: successor, quotes: again });
    }
    return changed.length;
  });
}

const asKnownAt = async (db: Db, knownAt: string) =>
  (
    await valuesStillQuoted(db.query, {
      subjects: ['h100-sxm'],
      metrics: ['rental'],
      terms: { tenor: 'on_demand' },
      asOf: knownAt,
      knownAt,
    })
  ).map(({ series, value, observedAt, seenAt }) => [series.venue, value, observedAt, seenAt]);

describe('observations', () => {
  test('an unchanged price is seen, not stored again', async () => {
    const db = await openFreshDatabase();
    expect(await record(db, day(1), [rental(3)])).toBe(1);
    expect(await record(db, day(2), [rental(3), rental(2.5, 'crusoe')])).toBe(1);
    expect(await asKnownAt(db, day(3))).toEqual([
      ['crusoe', 2.5, day(2), day(2)],
      ['lambda', 3, day(1), day(2)],
    ]);
  });

  test('what was believed on a day stays what was believed on that day', async () => {
    const db = await openFreshDatabase();
    await record(db, day(1), [rental(3)]);
    await record(db, day(3), [rental(4)]);
    expect(await asKnownAt(db, day(2))).toEqual([['lambda', 3, day(1), day(1)]]);
    expect(await asKnownAt(db, day(4))).toEqual([['lambda', 4, day(3), day(3)]]);
  });

  test('a price that goes and comes back is two changes', async () => {
    const db = await openFreshDatabase();
    for (const [number, value] of [
      [1, 3],
      [2, 4],
      [3, 3],
    ] as const)
      expect(await record(db, day(number), [rental(value)])).toBe(1);
  });

  test('a withdrawn offer is no longer in force', async () => {
    const db = await openFreshDatabase();
    await record(db, day(1), [rental(3), rental(2.5, 'crusoe')]);
    await record(db, day(2), [rental(3)]);
    expect((await asKnownAt(db, day(3))).map(([venue]) => venue)).toEqual(['lambda']);
  });

  test('values in force are the same in whatever order documents arrive', async () => {
    const price = fc.constantFrom(2, 3, 4);
    const history = fc.array(price, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        history.chain((prices) =>
          fc.tuple(
            fc.constant(prices),
            fc.shuffledSubarray(
              prices.map((_, index) => index),
              { minLength: prices.length },
            ),
          ),
        ),
        async ([prices, order]) => {
          const db = await openFreshDatabase();
          for (const index of order) await record(db, day(index + 1), [rental(prices[index] ?? 0)]);
          for (const [index, value] of prices.entries())
            expect((await asKnownAt(db, day(index + 1)))[0]?.[1]).toBe(value);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('reading the same document again changes nothing', async () => {
    const db = await openFreshDatabase();
    await record(db, day(1), [rental(3)]);
    const before = await dump(db.databaseUrl);
    expect(await record(db, day(1), [rental(3)])).toBe(0);
    expect(differences(before, await dump(db.databaseUrl))).toEqual([]);
  });
});
