/** gpuhunt: counts checked against machines, the cheapest zone of a region, archives that are whole. */
import { SourceChanged } from '@bandgap/core';
import { describe, expect, it } from 'vitest';
import { fixtureOf } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { gpuhunt } from './index.ts';

const fixture = fixtureOf(gpuhunt);

describe('gpuhunt', () => {
  it('divides by the count, and takes the cheapest zone', () => {
    expect(readDocument(gpuhunt, fixture)).toMatchObject([
      { kind: 'skip', code: 'out_of_scope' },
      {
        series: { subject: 'h100-sxm', venue: 'aws', terms: { tenor: 'on_demand', region: 'us-east-1', minGpus: 8 } },
        value: 6.88,
      },
      { kind: 'skip', code: 'out_of_scope' },
      { series: { subject: 'h100-sxm', terms: { tenor: 'spot', surface: 'marketplace' } }, value: 2.5 },
      {
        kind: 'skip',
        code: 'implausible',
        text: expect.stringContaining('gpu-count: p4d.24xlarge at aws has 8 GPUs, not 12'),
      },
      { series: { subject: 'a100-sxm-80' }, value: 5 },
      { series: { subject: 'h200' }, value: 8 },
      { series: { subject: 'l40s' }, value: 3.8 },
    ]);
  });

  it.each([
    ['another cloud', { url: 'https://example.com/v3/crusoe/latest/catalog.zip' }],
    ['an archive of another cloud', { url: 'https://example.com/v3/gcp/latest/catalog.zip' }],
    ['half an archive', { bytes: fixture.bytes.subarray(0, 200) }],
  ])('refuses %s', (_, overrides) => {
    expect(() => readDocument(gpuhunt, { ...fixture, ...overrides })).toThrow(SourceChanged);
  });
});
