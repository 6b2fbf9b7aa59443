/** A table of a price page, whichever markup it was written in. */
import { SourceChanged } from '@bandgap/core';

export interface Cell {
  /** Without markup, footnote marks and repeated spaces. */
  readonly text: string;
  readonly at: string;
}

export interface PriceTable {
  /** The heading the table stands under. */
  readonly heading: string;
  /** What is said between that heading and the table. */
  readonly lead: string;
  /** What is said between the table before and that heading. */
  readonly before: string;
  /** One title per column; those of a header of two rows are joined. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What each column holds. Throws SourceChanged on a title that `meaningOf` was not taught. */
export function columnsOf<Meaning>(
  { heading, header }: PriceTable,
  meaningOf: (title: string) => Meaning | undefined,
): readonly Meaning[] {
  return header.map((title) => {
    const meaning = meaningOf(title.toLowerCase());
    if (meaning !== undefined) return meaning;
    throw new SourceChanged(`expected known columns under "${heading}", found "${title}" among ${header.join(' | ')}`);
  });
}

/**
 * A price in USD: a number; `free` where the cell says so; undefined where the cell says that there is none; and any other text as
 * it stands, for the reader to report.
 */
export function priceIn(text: string): number | string | undefined {
  if (/^(-|–|—|\\|n\/a|none)?$/i.test(text)) return undefined;
  if (/^(limited-time )?free$/i.test(text)) return 'free';
  const [, amount] =
    /^\$ ?((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)(?: ?\/ ?(?:MTok|1?M(?: tokens)?))?$/i.exec(text) ?? [];
  return amount === undefined || amount === '' ? text : Number(amount.replaceAll(',', ''));
}
