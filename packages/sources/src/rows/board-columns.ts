/** Columns of a memory board, found by their title: where one board says daily, the board of modules says weekly. */
import type { Metric } from '@bandgap/core';

export interface Columns {
  readonly width: number;
  /** From the lowest price to the highest. */
  readonly prices: readonly { readonly metric?: Metric; readonly index: number }[];
  readonly change: number | undefined;
}

const session: readonly Column[] = [
  ['Session Low', 'session_low'],
  ['Session Average', 'average'],
  ['Session High', 'session_high'],
];
const daily: readonly Column[] = [['Daily Low', 'daily_low'], ...session, ['Daily High', 'daily_high']];
const weekly: readonly Column[] = [['Weekly Low'], ...session, ['Weekly High']];

type Column = readonly [title: string, metric?: Metric];

/** Undefined unless the header is one we know, each title once. */
export function columnsOf(header: readonly string[]): Columns | undefined {
  const range = header.find((title) => /^(Daily|Weekly) /.test(title))?.split(' ')[0];
  const expected = range === 'Daily' ? daily : range === 'Weekly' ? weekly : session;
  const isKnown = header[0] === 'Item' && expected.every(([title]) => header.indexOf(title) > 0);
  if (!isKnown || new Set(header).size !== header.length) return undefined;
  const change = header.findIndex((title) => title === 'Session Change' || title === 'Average Change');
  return {
    width: header.length,
    prices: expected.map(([title, metric]) => ({ index: header.indexOf(title), ...(metric && { metric }) })),
    change: change < 0 ? undefined : change,
  };
}
