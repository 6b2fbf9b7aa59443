/** Ours beside theirs: every anchor holds, says how it came about, and would be found out if it did not. */
import { anchors } from '@bandgap/catalog';
import { describe, expect, test } from 'vitest';
import { anchorCheck } from './anchor-check.ts';

const results = anchorCheck();

describe('each anchor', () => {
  test.each(results.map((result) => [result.what, result] as const))('%s', (_what, result) => {
    expect(result.source).not.toBe('');
    expect(result.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(result.difference).toBeCloseTo(result.ours - result.published, 12);
    expect(result.holds, `${result.ours} beside ${result.published}`).toBe(true);
  });
});

test('each is there once', () => expect(new Set(anchors.map(({ id }) => id)).size).toBe(anchors.length));

test('the fits are called fits', () => {
  const basisOf = (id: string) => results.find((result) => result.id === id)?.basis;
  expect(basisOf('vr-floor')).toBe('calibrated');
  expect(basisOf('vr-irr-at-8')).toBe('calibrated');
  expect(basisOf('opus-blended')).toBe('calibrated');
  expect(basisOf('vr-parity')).toBe('computed');
  expect(basisOf('vr-capex-per-watt')).toBe('given');
});

test('what nobody printed is called our own', () => {
  for (const { basis, source } of results.filter((result) => result.source.startsWith('Bandgap'))) {
    expect([basis, source]).toEqual(['own', 'Bandgap, modelling convention']);
  }
});
