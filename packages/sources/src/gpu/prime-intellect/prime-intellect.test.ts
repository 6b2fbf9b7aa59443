/** Prime Intellect: single GPUs, the cheapest of each, page by page. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { judge } from '../../gate/judge.ts';
import { readDocument } from '../../read-document.ts';
import { primeIntellect } from './index.ts';

const fixture = fixtureOf(primeIntellect);

describe('prime-intellect', () => {
  it('takes the cheapest, and leaves out what may be a price for one or for all', () => {
    expect(readDocument(primeIntellect, fixture)).toMatchObject([
      { kind: 'skip', code: 'out_of_scope' },
      { series: { subject: 'h100-sxm', venue: 'primeintellect', terms: { tenor: 'on_demand' } }, value: 2.6 },
      { kind: 'skip', code: 'out_of_scope', text: expect.stringContaining('for one or for all') },
      { series: { subject: 'a100-pcie-80' }, value: 1.6 },
      { series: { subject: 'h100-sxm', terms: { tenor: 'spot' } }, value: 1.9 },
      { kind: 'skip', code: 'out_of_scope' },
    ]);
  });

  it('follows pages until all are read', () => {
    const page = (number: number) => ({
      ...fixture,
      url: `https://api.primeintellect.ai/api/v1/availability/gpus?page=${number}`,
    });
    expect(primeIntellect.follow?.(page(1), { key: 'k' })?.url).toContain('page=2&');
    expect(primeIntellect.follow?.(page(3), { key: 'k' })).toBeUndefined();
  });
});

describe.skipIf(recordingsAbsent)('prime-intellect as documented (skipped where the recordings are absent)', () => {
  it('has an H100 SXM at 2.71', () => {
    const bytes = recording('gpu/provider-fixtures/primeintellect_availability_response.json');
    const verdict = judge(primeIntellect, readDocument(primeIntellect, artifactOf(primeIntellect, bytes)));
    const values = (verdict.kind === 'accepted' ? verdict.quotes : []).map(({ series, value }) => [
      series.subject,
      value,
    ]);
    expect(values).toEqual([
      ['a100-pcie-80', 1.6567999999999998],
      ['a100-sxm-80', 1.7568],
      ['h100-sxm', 2.7068],
      ['h100-pcie', 2.4068],
    ]);
  });
});
