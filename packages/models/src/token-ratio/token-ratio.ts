/** How a faster but dearer system changes the cost of a token, and the margin on it. */

export interface TokenRatioQuestion {
  /** New tokens per second over old. */
  readonly throughputRatio: number;
  /** New cost per GPU-hour over old. */
  readonly tcoRatio: number;
  readonly marginBefore?: number | undefined;
  /** The margin wanted afterwards. */
  readonly marginAfter?: number | undefined;
  /** New token price over old. */
  readonly priceRatio: number;
}

export interface TokenRatio {
  /** New cost per token over old. */
  readonly costRatio: number;
  readonly costReduction: number;
  readonly timesCheaper: number;
  /** The margin the new cost and price leave, whatever was wanted. */
  readonly marginAfter?: number;
  /** The cost ratio that would leave the margin wanted. */
  readonly costRatioNeeded?: number;
}

export function tokenRatio(question: TokenRatioQuestion): TokenRatio {
  const { throughputRatio, tcoRatio, marginBefore, marginAfter, priceRatio } = question;
  const costRatio = tcoRatio / throughputRatio;
  return {
    costRatio,
    costReduction: 1 - costRatio,
    timesCheaper: 1 / costRatio,
    ...(marginBefore !== undefined && { marginAfter: 1 - ((1 - marginBefore) * costRatio) / priceRatio }),
    ...(marginBefore !== undefined &&
      marginAfter !== undefined && { costRatioNeeded: ((1 - marginAfter) / (1 - marginBefore)) * priceRatio }),
  };
}
