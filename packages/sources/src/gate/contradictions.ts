/** One series, one time, one document: one value. */
import { canonicalJson, type Quote, type Row, skip } from '@bandgap/core';

const identity = ({ series, observedAt }: Quote) => canonicalJson({ series, observedAt });

/** Quotes that contradict each other become skips, all of them; a quote that only repeats another is dropped. */
export function withoutContradictions(rows: readonly Row[]): readonly Row[] {
  const said = new Map<string, { readonly first: Quote; contradicted: boolean }>();
  for (const row of rows) {
    if (row.kind !== 'quote') continue;
    const key = identity(row);
    const earlier = said.get(key);
    if (earlier === undefined) said.set(key, { first: row, contradicted: false });
    else if (earlier.first.value !== row.value) earlier.contradicted = true;
  }
  return rows.flatMap((row): readonly Row[] => {
    if (row.kind !== 'quote') return [row];
    const statement = said.get(identity(row));
    if (statement?.contradicted)
      return [skip('ambiguous', `${row.series.subject} ${row.value} ${row.series.unit}`, row.at)];
    return statement?.first === row ? [row] : [];
  });
}
