/** Contract prices printed in public. */
import { describe, expect, it } from 'vitest';
import { gpuFromName } from './gpu-from-name.ts';
import { rentalReference } from './rental-reference.ts';

describe('rental reference', () => {
  it('is about known GPUs, on contract, with a source', () => {
    for (const { gpu, tenor, source, url } of rentalReference) {
      expect(gpuFromName(gpu)).toBe(gpu);
      expect(tenor).toMatch(/^contract_/);
      expect(source).not.toBe('');
      expect(url).toMatch(/^https:/);
    }
  });

  it('gives the H100 year contract in three months', () => {
    const h100 = rentalReference.filter(({ gpu, tenor }) => gpu === 'h100' && tenor === 'contract_1y');
    expect(h100.map(({ asOf, value }) => [asOf, value])).toEqual([
      ['2025-10-31', 1.7],
      ['2026-03-31', 2.35],
      ['2026-06-30', 2.65],
    ]);
  });

  it('derives the IREN price from the contract and the survey price from the price per PFLOP-hour', () => {
    const priceOf = (surface: string) =>
      rentalReference.find((point) => point.surface === surface && point.gpu === 'gb300');
    expect(priceOf('transacted')?.value).toBeCloseTo(9.7e9 / (5 * 8760 * 76_000), 2);
    expect(priceOf('survey')?.value).toBeCloseTo(0.7 * 5, 12);
  });
});
