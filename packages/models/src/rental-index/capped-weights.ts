/** No owner has more than a quarter of the weight, once there are enough owners for that to be possible. */

const CAP = 0.25;
/** With this many owners or fewer a quarter each is all there is, or not enough. */
const CAP_WAIVED_TO = 4;

/** The same points with weights that sum to 1. What a cap cuts off goes to the others in proportion. */
export function cappedWeights<T extends { readonly weight: number }>(points: readonly T[]): readonly T[] {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  if (points.length <= CAP_WAIVED_TO) return points.map((point) => ({ ...point, weight: point.weight / total }));

  const largestFirst = points.map(({ weight }) => weight).sort((a, b) => b - a);
  let [capped, uncapped] = [0, total];
  for (const weight of largestFirst) {
    if (weight * (1 - capped * CAP) <= CAP * uncapped) break;
    capped++;
    uncapped -= weight;
  }
  const scale = (1 - capped * CAP) / uncapped;
  return points.map((point) => ({ ...point, weight: Math.min(CAP, point.weight * scale) }));
}
