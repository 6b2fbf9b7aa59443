/** Voltage Park: text prices of machines, divided; storage is not part of them. */
import { describe, expect, it } from 'vitest';
import { artifactOf, fixtureOf, recording, recordingsAbsent } from '../../artifacts.fixture.ts';
import { readDocument } from '../../read-document.ts';
import { voltagePark } from './index.ts';

const read = (preset: object) => readDocument(voltagePark, artifactOf(voltagePark, JSON.stringify([preset])));

describe('voltage-park', () => {
  it('has one price per GPU for each size', () => {
    expect(readDocument(voltagePark, fixtureOf(voltagePark))).toMatchObject([
      { series: { subject: 'h100-sxm', terms: { minGpus: 8 } }, value: 1.9 },
      { series: { terms: { minGpus: 1 } }, value: 1.9 },
    ]);
  });

  it.each([
    ['a price in words', { 'h100-sxm5-80gb': { count: 1 } }, 'ask', 'not_a_price'],
    ['GPUs of two kinds', { 'h100-sxm5-80gb': { count: 1 }, 'a100-sxm4-80gb': { count: 1 } }, '1.9', 'ambiguous'],
    ['no GPU', {}, '1.9', 'out_of_scope'],
  ])('skips %s', (_, gpus, compute_rate_hourly, code) => {
    expect(read({ resources: { gpus }, compute_rate_hourly })).toMatchObject([{ kind: 'skip', code }]);
  });
});

describe.skipIf(recordingsAbsent)('voltage-park as recorded (skipped where the recordings are absent)', () => {
  it('has 15.12 for eight as 1.89 per GPU', () => {
    const bytes = recording('gpu/computable-fixtures/voltagepark_instant_deploy_presets_2026-08.json');
    const rows = readDocument(voltagePark, artifactOf(voltagePark, bytes));
    expect(rows.map((row) => row.kind === 'quote' && row.value)).toEqual([1.89, 1.89, 1.89, 1.89]);
  });
});
