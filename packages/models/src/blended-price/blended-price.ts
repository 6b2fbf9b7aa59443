/** The mean price of a million tokens for a workload that mixes cached input, fresh input and output. */

/** USD per million tokens, and the workload they are weighted by. */
export interface TokenPrices {
  readonly inputPrice: number;
  readonly outputPrice: number;
  /** The input price where the seller has no cache. */
  readonly cacheReadPrice?: number | undefined;
  /** For five minutes; the input price where the seller asks nothing for it. */
  readonly cacheWritePrice?: number | undefined;
  /** For an hour; the price for five minutes where the seller knows no other. */
  readonly cacheWrite1hPrice?: number | undefined;
  /** Share of the misses billed as a cache write for five minutes. */
  readonly cacheWriteShare: number;
  /** Share of the misses billed as a cache write for an hour. */
  readonly cacheWrite1hShare?: number | undefined;
  /** Input tokens, cached ones included, per output token. */
  readonly inputOutputRatio: number;
}

export interface BlendedPrice {
  readonly blendedPerMTok: number;
  readonly cacheReadPart: number;
  readonly cacheMissPart: number;
  readonly outputPart: number;
}

/** All tokens count in the denominator, the cached ones too. */
export function blendedPrice(prices: TokenPrices, cacheHitRate: number): BlendedPrice {
  const { outputPrice, inputOutputRatio, inputPrice, cacheReadPrice = inputPrice } = prices;
  const tokens = inputOutputRatio + 1;
  const cacheReadPart = (inputOutputRatio * cacheHitRate * cacheReadPrice) / tokens;
  const cacheMissPart = (inputOutputRatio * (1 - cacheHitRate) * missPrice(prices)) / tokens;
  const outputPart = outputPrice / tokens;
  return { blendedPerMTok: cacheReadPart + cacheMissPart + outputPart, cacheReadPart, cacheMissPart, outputPart };
}

/** What a token not found in the cache costs: some are billed as writes to it, the rest as plain input. */
export function missPrice(prices: TokenPrices): number {
  const { inputPrice, cacheWritePrice = inputPrice, cacheWrite1hPrice = cacheWritePrice } = prices;
  const { cacheWriteShare, cacheWrite1hShare = 0 } = prices;
  return (
    cacheWriteShare * cacheWritePrice +
    cacheWrite1hShare * cacheWrite1hPrice +
    (1 - cacheWriteShare - cacheWrite1hShare) * inputPrice
  );
}
