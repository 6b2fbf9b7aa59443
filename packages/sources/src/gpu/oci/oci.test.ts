/** Oracle: GPUs by the hour, and nothing that merely reads like one. */
import { describe, expect, it } from 'vitest';
import { fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { oci } from './index.ts';

const rows = readDocument(oci, fixtureOf(oci));

describe('oci', () => {
  it('takes parts at the price of one GPU', () => {
    const found = rows.filter((row) => row.kind === 'quote').map(({ series, value }) => [series.subject, value]);
    expect(found).toEqual([
      ['h100-sxm', 9],
      ['h200', 9.5],
      ['a100-sxm-80', 3.5],
      ['mi300x', 5],
      ['gb300', 17],
    ]);
  });

  it.each([
    ['a licence, by name', '/items/6', 'out_of_scope'],
    ['a licence, by its part number', '/items/7', 'out_of_scope'],
    ["a GPU in the buyer's own building", '/items/8', 'out_of_scope'],
    ['a node on commitment', '/items/9', 'out_of_scope'],
    ['a chip nobody listed', '/items/10', 'unknown_subject'],
  ])('skips %s', (_, at, code) => {
    expect(rows.find((row) => row.at === at)).toMatchObject({ kind: 'skip', code });
  });
});

describe.skipIf(recordingsAbsent)('oci as recorded (skipped where the recordings are absent)', () => {
  it('has an H100 at 10.00, not the licence at 2.50', () => {
    const [verdict] = recordingsOf(oci).map((artifact) => judge(oci, readDocument(oci, artifact)));
    const quotes = verdict?.kind === 'accepted' ? verdict.quotes : [];
    expect(quotes).toHaveLength(14);
    expect(quotes.filter(({ series }) => series.subject === 'h100-sxm').map(({ value }) => value)).toEqual([10]);
    expect(quotes.map(({ value }) => value)).not.toContain(2.5);
  });
});
