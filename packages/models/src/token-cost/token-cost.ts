/** What a million tokens cost to serve on a rented GPU, and what margin their price leaves. */

export interface TokenCostQuestion {
  readonly pricePerGpuHour: number;
  /** Which tokens are counted (input, output, all) must match those of `pricePerMTok`. */
  readonly tokensPerSecPerGpu: number;
  /** Share of the hours spent at that throughput. */
  readonly utilization: number;
  readonly pricePerMTok?: number | undefined;
  readonly targetMargin?: number | undefined;
}

export interface TokenCost {
  readonly costPerMTok: number;
  readonly grossMargin?: number;
  /** The rental price at which the token price leaves no margin. */
  readonly breakevenPricePerGpuHour?: number;
  /** The token price that leaves the target margin. */
  readonly requiredPricePerMTok?: number;
}

export function tokenCost(question: TokenCostQuestion): TokenCost {
  const { pricePerGpuHour, tokensPerSecPerGpu, utilization, pricePerMTok, targetMargin } = question;
  const mTokPerHour = (tokensPerSecPerGpu * 3600 * utilization) / 1e6;
  const costPerMTok = pricePerGpuHour / mTokPerHour;
  return {
    costPerMTok,
    ...(pricePerMTok !== undefined && {
      grossMargin: 1 - costPerMTok / pricePerMTok,
      breakevenPricePerGpuHour: pricePerMTok * mTokPerHour,
    }),
    ...(targetMargin !== undefined && { requiredPricePerMTok: costPerMTok / (1 - targetMargin) }),
  };
}
