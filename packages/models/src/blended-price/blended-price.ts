/** The mean price of a million tokens for a workload that mixes cached input, fresh input and output. */

/** USD per million tokens, and the workload they are weighted by. */
export interface TokenPrices {
  readonly inputPrice: number;
  readonly outputPrice: number;
  /** The input price where the seller has no cache. */
  readonly cacheReadPrice?: number | undefined;
  readonly cacheWritePrice?: number | undefined;
  /** Share of the misses billed as a cache write. */
  readonly cacheWriteShare: number;
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
export const missPrice = ({ inputPrice, cacheWritePrice = inputPrice, cacheWriteShare }: TokenPrices): number =>
  cacheWriteShare * cacheWritePrice + (1 - cacheWriteShare) * inputPrice;
