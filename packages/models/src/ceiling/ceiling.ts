/** Value ceiling: what a GPU-hour is worth when a PFLOP-hour on it costs no more than on the reference system. */

export interface CeilingQuestion {
  readonly refPricePerPflopHour: number;
  /** Dense PFLOPS of one target GPU, at the precision of the reference price. */
  readonly targetPflops: number;
  /** A lower price per PFLOP-hour a careful buyer would insist on. */
  readonly conservativePricePerPflopHour?: number | undefined;
  readonly pricePerGpuHour?: number | undefined;
}

export interface Ceiling {
  readonly refPricePerPflopHour: number;
  readonly parityPricePerGpuHour: number;
  readonly conservativePricePerGpuHour?: number;
  /** How much cheaper than the reference the conservative price is, as a share. */
  readonly impliedImprovement?: number;
  readonly pricePerPflopHour?: number;
  /** How much cheaper than the reference the price is, as a share. */
  readonly dropVsReference?: number;
}

export function valueCeiling(question: CeilingQuestion): Ceiling {
  const { refPricePerPflopHour: reference, targetPflops, pricePerGpuHour: price } = question;
  const conservative = question.conservativePricePerPflopHour;
  return {
    refPricePerPflopHour: reference,
    parityPricePerGpuHour: reference * targetPflops,
    ...(conservative !== undefined && {
      conservativePricePerGpuHour: conservative * targetPflops,
      impliedImprovement: 1 - conservative / reference,
    }),
    ...(price !== undefined && {
      pricePerPflopHour: price / targetPflops,
      dropVsReference: 1 - price / targetPflops / reference,
    }),
  };
}
