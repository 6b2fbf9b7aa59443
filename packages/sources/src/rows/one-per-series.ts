/** Offers that only their machine or kind of contract tells apart: one speaks for the others. */
import { canonicalJson, type Row, skip } from '@bandgap/core';

export interface RankedRow {
  readonly row: Row;
  /** The lowest speaks; rows of one rank contradict each other if they differ. */
  readonly rank: number;
}

/** The rows, with the quotes of a series that has a better ranked one put out of scope. */
export function onePerSeries(ranked: readonly RankedRow[]): readonly Row[] {
  const best = new Map<string, number>();
  const bestOf = (key: string) => best.get(key) ?? Number.POSITIVE_INFINITY;
  for (const { row, rank } of ranked) {
    if (row.kind !== 'quote') continue;
    const key = canonicalJson(row.series);
    best.set(key, Math.min(rank, bestOf(key)));
  }
  return ranked.map(({ row, rank }) => {
    if (row.kind !== 'quote' || rank === bestOf(canonicalJson(row.series))) return row;
    return skip(
      'out_of_scope',
      `${row.series.subject} at ${row.series.venue}: ${row.value}, another speaks for it`,
      row.at,
    );
  });
}
