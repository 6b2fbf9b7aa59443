/** SF Compute: averages of days with trades, from the text inside the page's scripts. */
import { describe, expect, it } from 'vitest';
import { fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { sfCompute } from './index.ts';

const rows = readDocument(sfCompute, fixtureOf(sfCompute));

describe('sf-compute', () => {
  it('dates each average by its day', () => {
    expect(rows.filter((row) => row.kind === 'quote')).toMatchObject([
      {
        series: { subject: 'h100', terms: { surface: 'transacted' } },
        value: 2.2,
        observedAt: '2026-07-15T00:00:00.000Z',
      },
      { value: 2.1, observedAt: '2026-07-14T00:00:00.000Z' },
      { value: 2, observedAt: '2026-07-13T00:00:00.000Z' },
      { series: { subject: 'h200' }, value: 3, observedAt: '2026-07-14T00:00:00.000Z' },
    ]);
  });

  it('takes a day without trades for no price, not for a price of zero', () => {
    expect(rows.filter((row) => row.kind === 'skip')).toMatchObject([
      { code: 'out_of_scope' },
      { code: 'out_of_scope' },
    ]);
  });
});

describe.skipIf(recordingsAbsent)('sf-compute as recorded (skipped where the recordings are absent)', () => {
  it('has an H100 at 2.12 on 2026-07-15', () => {
    const [verdict] = recordingsOf(sfCompute).map((artifact) => judge(sfCompute, readDocument(sfCompute, artifact)));
    expect(verdict).toMatchObject({ kind: 'accepted', quotes: [{ value: 2.12 }, {}, {}, {}, {}] });
  });
});
