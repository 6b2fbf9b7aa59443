/** A table says the same in CSV and in Parquet, whatever its cells hold, and opens no formula. */
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { columnsOf } from './column.ts';
import { csvOf } from './csv.ts';
import { parquetOf } from './parquet.ts';

const Price = z.object({
  venue: z.string(),
  value: z.number().nullable(),
  rows: z.int(),
  publishable: z.boolean(),
  observedAt: z.iso.datetime(),
  terms: z.record(z.string(), z.unknown()),
});
const columns = columnsOf(Price);
const lambda = {
  venue: 'lambda',
  value: 2.35,
  rows: 3,
  publishable: true,
  observedAt: '2026-05-01T00:30:00.000Z',
  terms: { kind: 'rental', tenor: 'on_demand' },
};

/** CSV as a spreadsheet reads it: quotes undone, nothing else. */
function read(csv: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

test('columns are typed by the schema of the row', () => {
  expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'venue text',
    'value number',
    'rows integer',
    'publishable boolean',
    'observedAt instant',
    'terms json',
  ]);
});

describe('CSV', () => {
  test('has a header, and one line a row', () => {
    expect(csvOf(columns, [lambda, { ...lambda, venue: '', value: null }])).toBe(
      'venue,value,rows,publishable,observedAt,terms\r\n' +
        'lambda,2.35,3,true,2026-05-01T00:30:00.000Z,"{""kind"":""rental"",""tenor"":""on_demand""}"\r\n' +
        '"",,3,true,2026-05-01T00:30:00.000Z,"{""kind"":""rental"",""tenor"":""on_demand""}"\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|' /C calc'!A0"])('%j is no formula', (venue) => {
    const [, [cell = ''] = []] = read(csvOf(columns, [{ ...lambda, venue }]));
    expect(cell).toBe(`'${venue}`);
  });

  test('a negative number stays a number', () => {
    expect(csvOf([{ name: 'irr', type: 'number' }], [{ irr: -0.12 }])).toBe('irr\r\n-0.12\r\n');
  });

  test('gives back any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (venues) => {
        const [, ...lines] = read(
          csvOf(
            [
              { name: 'venue', type: 'text' },
              { name: 'n', type: 'integer' },
            ],
            venues.map((venue) => ({ venue, n: 1 })),
          ),
        );
        const undone = lines.map(([cell = '']) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell));
        expect(undone).toEqual(venues.map((venue) => (/^'[=+\-@\t\r]/.test(venue) ? venue.slice(1) : venue)));
      }),
    );
  });
});

describe('Parquet', () => {
  const readBack = (rows: readonly object[]) =>
    parquetReadObjects({ file: parquetOf(columns, rows as Record<string, unknown>[]).buffer });

  test('gives back values with their types', async () => {
    expect(await readBack([lambda, { ...lambda, value: null }])).toEqual([
      { ...lambda, rows: 3n, observedAt: new Date(lambda.observedAt) },
      { ...lambda, rows: 3n, value: null, observedAt: new Date(lambda.observedAt) },
    ]);
  });

  test('may have no rows', async () => {
    expect(await readBack([])).toEqual([]);
  });

  test('gives back any text and number', async () => {
    const row = fc.record({
      venue: fc.string({ unit: 'grapheme' }),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
      rows: fc.maxSafeInteger(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const read = await readBack(rows.map((each) => ({ ...lambda, ...each })));
        expect(read.map(({ venue, value, rows: count }) => ({ venue, value, rows: Number(count) }))).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });
});
