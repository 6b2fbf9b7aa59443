/** CSV as sources send it, and as it arrives broken. */
import { SourceChanged } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from './csv-document.ts';

const artifact = (text: string) => ({
  sourceId: 'list',
  url: 'https://example.com/list.csv',
  fetchedAt: '2026-10-01T00:00:00.000Z',
  contentType: 'text/csv',
  bytes: new TextEncoder().encode(text),
});
const read = (text: string, preamble = 0) =>
  csvRows(artifact(text), { columns: ['name', 'price'], preamble }).map((row) => [
    row.line,
    row.field('name'),
    row.field('price'),
  ]);

describe('csvRows', () => {
  it('reads quotes, commas and line breaks inside fields, and Windows line ends', () => {
    expect(read('name,price\r\n"a, ""b""",1\r\n"two\nlines",2\nplain,3\n')).toEqual([
      [2, 'a, "b"', '1'],
      [3, 'two\nlines', '2'],
      [5, 'plain', '3'],
    ]);
  });

  it('finds columns by name, after a preamble', () => {
    expect(read('"Version","1"\nprice,other,name\n5,x,a\n', 1)).toEqual([[3, 'a', '5']]);
  });

  it.each([
    ['a last line without its end', 'name,price\na,1'],
    ['a row that is too short', 'name,price\na\n'],
    ['a row that is too long', 'name,price\na,1,2\n'],
    ['a column that is missing', 'name,cost\na,1\n'],
    ['a quote that does not end', 'name,price\n"a,1\n'],
    ['text behind a quote', 'name,price\n"a"b,1\n'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrow(SourceChanged);
  });

  it('reads back whatever was written', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é') });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(read(`name,price\n${text}\n`).map(([, ...fields]) => fields)).toEqual(rows);
      }),
    );
  });
});
