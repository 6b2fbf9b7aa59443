/** From board to database: a price that its own printed change contradicts is used, and said. */
import { readFileSync } from 'node:fs';
import type { Transport } from '@bandgap/ingest';
import { sourceById } from '@bandgap/sources';
import { readSourceDetail } from '@bandgap/views';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { openSystem } from '../support/system.ts';

const fixture = new URL('../../packages/sources/src/memory/dramexchange/dramexchange.fixture.html', import.meta.url);
const board = readFileSync(fixture, 'utf8');

/** The board after the last session of a day, with what DDR5 costs and by how much it is said to have risen; all else stands still. */
const boardOf = (day: number, ddr5: string, change: string) =>
  board
    .replace('Mar.2 2026    11:00', `Mar.${day} 2026    18:10`)
    .replace('>40.500<', `>${ddr5}<`)
    .replaceAll(/ (-0\.25|1\.00) %/g, ' 0.00 %')
    .replace(' 0.50 %', ` ${change} %`);

/** 2026-03-02 is a Monday; on Thursday nobody looked. */
const pages: Readonly<Record<string, string>> = {
  '2026-03-02T10:30:00.000Z': boardOf(2, '40.500', '0.50'),
  '2026-03-03T10:30:00.000Z': boardOf(3, '40.905', '1.00'),
  '2026-03-03T12:30:00.000Z': `${boardOf(3, '40.905', '1.00')} `,
  '2026-03-04T10:30:00.000Z': boardOf(4, '49.050', '1.00'),
  '2026-03-06T10:30:00.000Z': boardOf(6, '42.000', '0.40'),
  '2026-03-09T10:30:00.000Z': boardOf(9, '42.420', '2.00'),
};

const transport: Transport = async ({ dueAt }) => [
  {
    kind: 'body',
    url: 'https://www.dramexchange.com/',
    contentType: 'text/html',
    fetchedAt: dueAt,
    httpStatus: 200,
    bytes: new TextEncoder().encode(pages[dueAt] ?? ''),
  },
];

test('a change is disputed where the close before was seen, at the board of its own day, once', async () => {
  const sources = [sourceById('dramexchange')].flatMap((source) => source ?? []);
  const { db, run } = await openSystem({ databaseUrl: await freshDatabase(), transport, sources });
  await run(Object.keys(pages).map((dueAt) => ({ sourceId: 'dramexchange', dueAt })));

  const said = await db.query
    .selectFrom('skip')
    .innerJoin('capture', 'capture.id', 'skip.capture_id')
    .select(['fetched_at', 'text'])
    .where('code', '=', 'disputed')
    .orderBy('fetched_at')
    .execute();
  expect(said).toEqual([
    {
      fetched_at: '2026-03-04T10:30:00.000Z',
      text: 'dram-ddr5-16gb-4800 at dramexchange: printed 1 %, but from 40.905 to 49.05 is 19.91 %',
    },
    {
      fetched_at: '2026-03-09T10:30:00.000Z',
      text: 'dram-ddr5-16gb-4800 at dramexchange: printed 2 %, but from 42 to 42.42 is 1.00 %',
    },
  ]);
  const used = await db.query.selectFrom('observation').select('value').where('value', '=', 49.05).execute();
  expect(used).toHaveLength(1);
  const detail = await readSourceDetail(db.query, 'dramexchange', '2026-03-09T11:00:00.000Z');
  expect(detail?.skips).toMatchObject({ disputed: 1 });
}, 60_000);
