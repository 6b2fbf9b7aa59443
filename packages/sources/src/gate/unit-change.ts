/** Many prices of one document moving by the same unit ratio at once is a changed unit, not news. */
import type { Quote } from '@bandgap/core';

/** What prices are multiplied by when someone quotes per node, in cents, per thousand or per million instead. */
const unitRatios = [2, 4, 8, 16, 100, 1000, 1e6].flatMap((ratio) => [ratio, 1 / ratio]);
const tolerance = 0.01;
const venuesAlarming = 3;
const shareAlarming = 0.2;

/**
 * Names each ratio by which at least 3 venues, or 20 % of the quotes that have a previous value, moved together.
 * On 2026-02-19 getdeploying.com went from instance totals to prices per GPU, and 18 providers fell to an eighth.
 */
export function unitChanges(
  quotes: readonly Quote[],
  before: (series: Quote['series']) => number | undefined,
): readonly string[] {
  const moves = quotes.flatMap(({ series, value }) => {
    const previous = before(series);
    return previous === undefined ? [] : [{ venue: series.venue, ratio: unitRatioOf(value / previous) }];
  });
  return unitRatios.flatMap((unitRatio) => {
    const moved = moves.filter(({ ratio }) => ratio === unitRatio);
    const venues = new Set(moved.map(({ venue }) => venue)).size;
    if (moved.length === 0 || (venues < venuesAlarming && moved.length < moves.length * shareAlarming)) return [];
    return [
      `${moved.length} of ${moves.length} prices at ${venues} venues moved by ${ratioText(unitRatio)}: a changed unit?`,
    ];
  });
}

/** The ratio between two units that a price moved by, if it is one. */
export const unitRatioOf = (ratio: number): number | undefined =>
  unitRatios.find((unitRatio) => Math.abs(ratio / unitRatio - 1) <= tolerance);

export const ratioText = (ratio: number): string => (ratio > 1 ? `x${ratio}` : `/${1 / ratio}`);
