/** The level of the index over a set of constituents, and how far any one of them can move it. */
import { cappedWeights } from './capped-weights.ts';
import { centralThirdMean, type WeightedPrice } from './central-third-mean.ts';

export const indexLevel = (points: readonly WeightedPrice[]): number => centralThirdMean(cappedWeights(points));

export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Lowest and highest level when each constituent in turn is left out. Needs two or more. */
export function leaveOneOutBand(points: readonly WeightedPrice[]): Band {
  const levels = points.map((_, left) => indexLevel(points.filter((_point, index) => index !== left)));
  return { low: Math.min(...levels), high: Math.max(...levels) };
}
