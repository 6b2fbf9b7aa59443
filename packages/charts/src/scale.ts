/** A linear scale that begins and ends on a round tick. */

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The smallest of 1, 2, 2.5 or 5 times a power of ten that is at least `rough`. */
export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5].find((candidate) => candidate * power >= rough * 0.999_999) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/** Covers every value in about `ticks` steps. Values must be finite; none at all gives 0 to 1. */
export function scaleOver(values: readonly number[], ticks: number): Scale {
  if (values.length === 0) return { min: 0, max: 1, step: 0.25 };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || Math.abs(high) / 2 || 1;
  const step = roundStep(span / ticks);
  const min = Math.floor((low - span * 0.04) / step) * step;
  const max = Math.ceil((high + span * 0.04) / step) * step;
  return { min: low >= 0 ? Math.max(0, min) : min, max, step };
}

/** From zero, for quantities whose size is the point. */
export const scaleFromZero = (values: readonly number[], ticks: number): Scale => scaleOver([0, ...values], ticks);

/** The multiples of `step` between two ends. */
export function ticksWithin({ min, max }: Pick<Scale, 'min' | 'max'>, step: number): number[] {
  const first = Math.ceil(min / step - 1e-6);
  const count = Math.floor(max / step + 1e-6) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
