/** One payment in, equal payments back: the flows of most rental contracts, whose sums have a closed form. */
import { element } from '../element.ts';
import { DUST } from './flow-shape.ts';

/** Below this the closed form of an annuity loses digits. */
const SMALLEST_RATE = 1e-4;
/** Steps shrink as their square, so after one this short the rate is exact. */
const CONVERGED = 1e-9;
const MAX_STEPS = 16;

/**
 * Rate per period of flows that are one investment, nothing until the first of equal payments, and perhaps another
 * payment after the last. Undefined for flows of any other shape, and where the search does not settle at once; they
 * are solved the long way.
 */
export function levelRate(flows: readonly number[]): number | undefined {
  const end = flows.length - 1;
  const invested = -element(flows, 0);
  let first = 1;
  while (first < end && element(flows, first) === 0) first++;
  if (!(first < end)) return undefined;
  const level = element(flows, first);
  let after = first + 1;
  while (after <= end && element(flows, after) === level) after++;
  if (after < end) return undefined;
  const final = after === end ? element(flows, end) : 0;
  const dust = DUST * Math.max(invested, level, final);
  if (!(invested > dust && level > dust && Number.isFinite(dust)) || (after === end && !(final > dust)))
    return undefined;
  return rateOf({ invested, level, final, delay: first - 1, payments: after - first });
}

interface LevelFlows {
  readonly invested: number;
  readonly level: number;
  /** Paid one period after the last of the equal payments. */
  readonly final: number;
  /** Periods in which nothing is paid. */
  readonly delay: number;
  readonly payments: number;
}

/**
 * Newton's method on the inverse of the present value, which is nearly a straight line in the rate, from where its first
 * two derivatives at rate zero would put the root.
 */
function rateOf({ invested, level, final, delay, payments }: LevelFlows): number | undefined {
  const last = delay + payments;
  const total = payments * level + final;
  const times = (payments * level * (delay + last + 1)) / 2 + final * (last + 1);
  const products = (level * (risingProduct(last) - risingProduct(delay))) / 3 + final * (last + 1) * (last + 2);
  const straight = times / total;
  const bend = straight * straight - products / total / 2;
  const gain = total / invested - 1;
  let rate = (2 * gain) / (straight + Math.sqrt(Math.max(0, straight * straight + 4 * bend * gain)));
  for (let step = 0; step < MAX_STEPS && Math.abs(rate) > SMALLEST_RATE && rate > -1; step++) {
    const discount = 1 / (1 + rate);
    const perRate = 1 / rate;
    const untilService = power(discount, delay);
    const untilLast = power(discount, payments);
    const annuity = (1 - untilLast) * perRate;
    const levelValue = level * untilService * annuity;
    const finalValue = final * untilService * untilLast * discount;
    const value = levelValue + finalValue;
    const levelSlope = level * untilService * (payments * discount * untilLast - annuity) * perRate;
    const slope = levelSlope - discount * (delay * levelValue + (last + 1) * finalValue);
    const change = (value * (invested - value)) / (slope * invested);
    rate += change;
    if (Math.abs(change) <= CONVERGED) return rate;
  }
  return undefined;
}

/** Three times the sum of t (t + 1) for t up to n. */
const risingProduct = (n: number): number => n * (n + 1) * (n + 2);

/** `base` to a whole power, by squaring. */
export function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left >>= 1) {
    if ((left & 1) === 1) result *= square;
    square *= square;
  }
  return result;
}
