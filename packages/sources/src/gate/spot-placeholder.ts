/** What can be taken away is not sold at the price of what cannot: such a spot price only stands in for one. */
import type { Row } from '@bandgap/core';
import { isRental, pricesByTenor } from './rental-rule.ts';

/**
 * RunPod's spot price repeats its firm one, and SkyPilot's RunPod rows copy it (getcomputable/gpu-index, 2026-08-22). It is
 * kept under a name of its own, for a seller that begins to sell spot does not raise or cut a price.
 */
export function placeholdersNamed(rows: readonly Row[]): readonly Row[] {
  const priceAt = pricesByTenor(rows.filter((row) => row.kind === 'quote').filter(isRental));
  return rows.map((row) => {
    if (row.kind !== 'quote' || !isRental(row)) return row;
    const { series } = row;
    if (series.terms.tenor !== 'spot' || row.value !== priceAt(row, 'on_demand')) return row;
    return { ...row, series: { ...series, terms: { ...series.terms, spotKind: 'placeholder' } } };
  });
}
