/** Quartiles of weighted prices. */
import { ModelError } from '../model-error.ts';
import type { WeightedPrice } from './central-third-mean.ts';

/** The lowest price at or below which stands at least this share of the weight. */
export function weightedQuantile(points: readonly WeightedPrice[], share: number): number {
  const sorted = [...points].sort((a, b) => a.price - b.price);
  const wanted = share * sorted.reduce((sum, { weight }) => sum + weight, 0);
  let reached = 0;
  const found = sorted.find(({ weight }) => {
    reached += weight;
    return reached >= wanted;
  });
  const point = found ?? sorted.at(-1);
  if (point === undefined) throw new ModelError('too_few_points', 'prices: expected at least 1, was 0', points);
  return point.price;
}
