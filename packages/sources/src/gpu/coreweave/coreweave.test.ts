/** CoreWeave: prices of machines by the count in their own row, footnotes aside. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recordingsAbsent, recordingsOf } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { coreweave } from './index.ts';

const fixture = fixtureOf(coreweave);
const rows = readDocument(coreweave, fixture);

describe('coreweave', () => {
  it('divides by the count, whether its footnote is a caret or a superscript', () => {
    const found = rows
      .filter((row) => row.kind === 'quote')
      .map(({ series, value }) => [series.subject, series.terms, value]);
    const onDemand = { kind: 'rental', surface: 'list', tenor: 'on_demand', region: 'north america' };
    const spot = { ...onDemand, surface: 'marketplace', tenor: 'spot' };
    expect(found).toEqual([
      ['gb200', { ...onDemand, minGpus: 4 }, 10],
      ['b300', { ...spot, minGpus: 8 }, 4.5],
      ['h100-sxm', { ...onDemand, minGpus: 8 }, 6],
      ['h100-sxm', { ...spot, minGpus: 8 }, 2.5],
      ['h200', { ...onDemand, minGpus: 8 }, 6.3],
    ]);
  });

  it('gives a machine without a price no price of its neighbour', () => {
    expect(rows.find(({ at }) => at === 'north america row 2 .instance-price')).toMatchObject({ code: 'out_of_scope' });
  });

  it('does not guess a count', () => {
    const text = new TextDecoder().decode(fixture.bytes).replaceAll('>4^1<', '>a few<');
    expect(readDocument(coreweave, artifactOf(coreweave, text))[0]).toMatchObject({
      kind: 'skip',
      code: 'unknown_unit',
    });
  });
});

describe.skipIf(recordingsAbsent)('coreweave as recorded (skipped where the recordings are absent)', () => {
  it('has HGX H100 at 6.155, GB200 at 10.50, and H100 spot at 2.46', () => {
    const [verdict] = recordingsOf(coreweave).map((artifact) => judge(coreweave, readDocument(coreweave, artifact)));
    const values = (verdict?.kind === 'accepted' ? verdict.quotes : []).map(
      ({ series, value }) => `${series.subject} ${value}`,
    );
    expect(values).toEqual(expect.arrayContaining(['h100-sxm 6.155', 'gb200 10.5', 'h100-sxm 2.46375', 'b200 8.6']));
    expect(values).toHaveLength(8);
  });
});
