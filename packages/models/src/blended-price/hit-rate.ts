/** The cache hit rate at which a workload pays a given blended price. */
import { ModelError } from '../model-error.ts';
import { missPrice, type TokenPrices } from './blended-price.ts';

export interface HitRate {
  /** Outside 0 to 1 where no hit rate gives that price. */
  readonly cacheHitRate: number;
  readonly feasible: boolean;
}

/** Throws a ModelError where a hit costs the same as a miss, or there is no input. */
export function hitRate(prices: TokenPrices, targetBlended: number): HitRate {
  const { inputPrice, outputPrice, cacheReadPrice = inputPrice, inputOutputRatio } = prices;
  const miss = missPrice(prices);
  const savedPerHit = inputOutputRatio * (miss - cacheReadPrice);
  if (savedPerHit === 0)
    throw new ModelError(
      'degenerate',
      `cacheReadPrice: expected other than the price of a miss, ${miss}, or some input`,
      {
        ...prices,
        targetBlended,
      },
    );
  const withoutCache = inputOutputRatio * miss + outputPrice;
  const cacheHitRate = (withoutCache - (inputOutputRatio + 1) * targetBlended) / savedPerHit;
  return { cacheHitRate, feasible: cacheHitRate >= 0 && cacheHitRate <= 1 };
}
