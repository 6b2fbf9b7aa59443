/** Finds where discounted flows turn from a loss at the higher rate to a gain at the lower. */
import { discounted } from './discounted.ts';

/** Steps shrink as their square: the one after a step this short is below double precision at a simple root. */
const SETTLED = 1e-8;
const NARROW = 1e-11;
const MAX_STEPS = 200;

export interface Bracket {
  /** Log rate with NPV >= 0. */
  readonly low: number;
  /** Log rate with NPV < 0. */
  readonly high: number;
  readonly guess: number;
}

/** Newton's method that bisects whenever a step would leave the bracket, so it always arrives. */
export function rootIn(flows: readonly number[], last: number, bracket: Bracket): number {
  let { low, high, guess: u } = bracket;
  if (!(u > low && u < high)) u = (low + high) / 2;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { value, slope } = discounted(flows, last, u);
    const step = value / slope;
    if (Math.abs(step) <= SETTLED) return u - step;
    if (value >= 0) low = u;
    else high = u;
    const next = u - step;
    u = next > low && next < high ? next : (low + high) / 2;
    if (high - low <= NARROW) return u;
  }
  return u;
}
