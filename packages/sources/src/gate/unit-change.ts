/** Many prices of one document moving by the same unit ratio at once is a changed unit, not news. */
import type { Quote, Unit } from '@bandgap/core';

/** What prices are multiplied by when someone quotes per node, per byte, in cents, per thousand or per million instead. */
const unitRatios = [2, 4, 8, 16, 100, 1000, 1e6].flatMap((ratio) => [ratio, 1 / ratio]);
/** Nobody sells tokens or chips by twos and fours, and prices of tokens were halved and quartered for good (DeepSeek, 2026-04-26). */
const smallestElsewhere = 8;
const tolerance = 0.01;
const venuesAlarming = 3;
const shareAlarming = 0.2;

/**
 * Names each ratio by which at least 3 venues moved together, or 20 % of the quotes that have a previous value where a document
 * is of fewer venues: one of many that changes its unit does not speak against the others.
 * On 2026-02-19 getdeploying.com went from instance totals to prices per GPU, and 18 providers fell to an eighth.
 */
export function unitChanges(
  quotes: readonly Quote[],
  before: (series: Quote['series']) => number | undefined,
): readonly string[] {
  const moves = quotes.flatMap(({ series, value }) => {
    const previous = before(series);
    return previous === undefined ? [] : [{ venue: series.venue, ratio: unitRatioOf(value / previous, series.unit) }];
  });
  const isOfMany = new Set(moves.map(({ venue }) => venue)).size >= venuesAlarming;
  return unitRatios.flatMap((unitRatio) => {
    const moved = moves.filter(({ ratio }) => ratio === unitRatio);
    const venues = new Set(moved.map(({ venue }) => venue)).size;
    const isAlarming = isOfMany ? venues >= venuesAlarming : moved.length >= moves.length * shareAlarming;
    if (moved.length === 0 || !isAlarming) return [];
    return [
      `${moved.length} of ${moves.length} prices at ${venues} venues moved by ${ratioText(unitRatio)}: a changed unit?`,
    ];
  });
}

/** The ratio between two units that a price moved by, if it is one. */
export function unitRatioOf(ratio: number, unit: Unit): number | undefined {
  const found = unitRatios.find((unitRatio) => Math.abs(ratio / unitRatio - 1) <= tolerance);
  if (found === undefined || unit === 'USD/GPU-hr') return found;
  return Math.max(found, 1 / found) >= smallestElsewhere ? found : undefined;
}

export const ratioText = (ratio: number): string => (ratio > 1 ? `x${ratio}` : `/${1 / ratio}`);
