/** The headline figures as lines for people. */
import type { Figure } from '@bandgap/receipts';
import { columns, shortReceipt } from './print.ts';

export function figureLines(figures: readonly Figure[]): string {
  if (figures.length === 0) return 'nothing has been computed yet';
  return columns(
    figures.map(({ label, value, unit, asOf, n, low, high, note, receipt, publishable }) => [
      label,
      value === null ? 'none' : value.toFixed(2),
      unit,
      asOf.slice(0, 10),
      n === undefined ? '' : `n=${n}${low === undefined ? '' : `, ${low.toFixed(2)} to ${high?.toFixed(2)}`}`,
      [note, publishable ? undefined : 'not for republication'].filter((part) => part !== undefined).join(', '),
      `receipt ${shortReceipt(receipt)}`,
    ]),
  );
}
