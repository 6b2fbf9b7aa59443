/** Google Cloud: whole machines, in regions that have them, from a list that is not old. */
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { cyclenerdGcp } from './index.ts';

const fixture = fixtureOf(cyclenerdGcp);
const rows = readDocument(cyclenerdGcp, fixture);

describe('cyclenerd-gcp', () => {
  it('divides by the GPUs of the machine, and months by 730 hours', () => {
    const found = rows
      .filter((row) => row.kind === 'quote')
      .map(({ series, value }) => [series.subject, 'tenor' in series.terms && series.terms.tenor, value]);
    expect(found).toEqual([
      ['a100-sxm-80', 'on_demand', 5.1],
      ['a100-sxm-80', 'spot', 2.5],
      ['h100-sxm', 'on_demand', 11],
      ['h100-sxm', 'spot', 5],
      ['h100-sxm', 'contract_1y', 7.5],
      ['h100-sxm', 'contract_3y', 5],
      ['h100-sxm', 'on_demand', 11.5],
    ]);
  });

  it('leaves out regions that have no such machine', () => {
    expect(rows.filter((row) => row.kind === 'skip' && row.text.includes('not to be had in us-west2'))).toHaveLength(2);
  });

  it('tells a3-megagpu-8g from a3-highgpu-8g', () => {
    expect(rows.at(-1)).toMatchObject({
      series: { subject: 'h100-sxm', terms: { instanceType: 'a3-megagpu-8g', minGpus: 8 } },
      at: 'compute.instance.a3-megagpu-8g.cost.us-central1.hour',
    });
  });

  it('refuses a list made long before it was fetched', () => {
    expect(() => readDocument(cyclenerdGcp, { ...fixture, fetchedAt: '2026-11-01T00:00:00.000Z' })).toThrow(
      SourceChanged,
    );
  });
});
