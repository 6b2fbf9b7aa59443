/** A smoothed median: the mean of the middle third of the weight. */
import { ModelError } from '../model-error.ts';

export interface WeightedPrice {
  readonly price: number;
  /** Above zero, on any scale. */
  readonly weight: number;
}

/**
 * Prices laid end to end in order, each as long as its weight: the mean over the stretch from one third to two thirds.
 * Three equal weights give the median. Throws a ModelError without prices.
 */
export function centralThirdMean(points: readonly WeightedPrice[]): number {
  const sorted = [...points].sort((a, b) => a.price - b.price || a.weight - b.weight);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined)
    throw new ModelError('too_few_points', 'prices: expected at least 1, was 0', points);

  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let [start, weighed, length] = [0, 0, 0];
  for (const { price, weight } of sorted) {
    const end = start + weight / total;
    const inside = Math.max(0, Math.min(end, 2 / 3) - Math.max(start, 1 / 3));
    weighed += price * inside;
    length += inside;
    start = end;
  }
  return Math.min(highest.price, Math.max(lowest.price, weighed / length));
}
