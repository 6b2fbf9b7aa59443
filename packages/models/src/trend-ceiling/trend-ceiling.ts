/** The price of a PFLOP-hour that a steady yearly decline of past prices would reach. */
import { ModelError } from '../model-error.ts';

export interface TrendQuestion {
  /** `t` in years, on any origin. */
  readonly observations: readonly { readonly t: number; readonly pricePerPflopHour: number }[];
  readonly targetT: number;
  readonly targetPflops?: number | undefined;
}

export interface TrendCeiling {
  /** Change of ln(price) per year. */
  readonly slope: number;
  /** The same as a share of the price. */
  readonly annualChange: number;
  readonly trendPricePerPflopHour: number;
  readonly trendPricePerGpuHour?: number;
}

/** Least squares of ln(price) on time. Throws a ModelError for fewer than two points or all at one time. */
export function trendCeiling(question: TrendQuestion): TrendCeiling {
  const { observations, targetT, targetPflops } = question;
  const count = observations.length;
  if (count < 2) throw new ModelError('too_few_points', `observations: expected at least 2, was ${count}`, question);

  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / count;
  const meanT = mean(observations.map(({ t }) => t));
  const meanLog = mean(observations.map(({ pricePerPflopHour }) => Math.log(pricePerPflopHour)));
  const variance = mean(observations.map(({ t }) => (t - meanT) ** 2));
  if (variance === 0)
    throw new ModelError('degenerate', `observations: expected two different times, was ${meanT} throughout`, question);

  const covariance = mean(
    observations.map(({ t, pricePerPflopHour }) => (t - meanT) * (Math.log(pricePerPflopHour) - meanLog)),
  );
  const slope = covariance / variance;
  const price = Math.exp(meanLog + slope * (targetT - meanT));
  return {
    slope,
    annualChange: Math.expm1(slope),
    trendPricePerPflopHour: price,
    ...(targetPflops !== undefined && { trendPricePerGpuHour: price * targetPflops }),
  };
}
