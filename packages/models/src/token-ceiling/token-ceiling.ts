/** Token ceiling: the highest rent at which a seller of tokens still earns the gross margin aimed at. */

export interface TokenCeilingQuestion {
  /** What a million tokens sell for, blended over the same tokens that the throughput counts. */
  readonly pricePerMTok: number;
  readonly tokensPerSecPerGpu: number;
  /** Share of the hours spent at that throughput. */
  readonly utilization: number;
  /** 0 breaks even. */
  readonly targetMargin: number;
  /** The ceiling that compute on the system at hand sets, to see which one binds. */
  readonly parityPricePerGpuHour?: number | undefined;
}

/** USD per GPU-hour. */
export interface TokenCeiling {
  readonly tokenCeilingPricePerGpuHour: number;
  readonly revenuePerGpuHour: number;
  readonly bindingPricePerGpuHour?: number;
  readonly binding?: 'token' | 'parity';
}

export function tokenCeiling(question: TokenCeilingQuestion): TokenCeiling {
  const { pricePerMTok, tokensPerSecPerGpu, utilization, targetMargin, parityPricePerGpuHour: parity } = question;
  const revenue = (pricePerMTok * tokensPerSecPerGpu * 3600 * utilization) / 1e6;
  const ceiling = revenue * (1 - targetMargin);
  return {
    tokenCeilingPricePerGpuHour: ceiling,
    revenuePerGpuHour: revenue,
    ...(parity !== undefined && {
      bindingPricePerGpuHour: Math.min(ceiling, parity),
      binding: ceiling < parity ? 'token' : 'parity',
    }),
  };
}
