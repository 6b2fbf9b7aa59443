/** A table from which a row took the price of its neighbour. */
import { canonicalJson, type Row, skip } from '@bandgap/core';

/**
 * The rows of a web page, without the prices that two GPUs share to the cent on equal terms: which of them owns it the
 * page does not say. A card "contact sales" for GB200 once showed the 4.29 of the H100 beside it (crusoe.ai, 2026).
 */
export function withoutCopiedPrices(rows: readonly Row[]): readonly Row[] {
  const subjects = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row.kind !== 'quote') continue;
    const key = shelfOf(row.series, row.value);
    subjects.set(key, (subjects.get(key) ?? new Set()).add(row.series.subject));
  }
  return rows.map((row) => {
    if (row.kind !== 'quote') return row;
    const sharers = subjects.get(shelfOf(row.series, row.value)) ?? new Set();
    return sharers.size > 1
      ? skip('ambiguous', `copied-price: ${row.value} for ${[...sharers].join(' and ')}`, row.at)
      : row;
  });
}

const shelfOf = ({ venue, terms }: { readonly venue: string; readonly terms: object }, value: number): string =>
  canonicalJson({ venue, terms, value });
