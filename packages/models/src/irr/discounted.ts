/** Cash flows discounted at a log rate, scaled so that nothing overflows; the sign is that of the NPV. */
import { element } from '../element.ts';

export interface Discounted {
  readonly value: number;
  /** Derivative of `value` with respect to the log rate. */
  readonly slope: number;
}

/**
 * Horner's rule in e^-u for rates above zero and in e^u below, where `u = ln(1 + rate per period)`.
 * Below zero the value is the NPV times e^(u * last): powers of a number under 1 either way.
 * Even and odd powers are summed side by side, so that neither waits for the other.
 */
export function discounted(flows: readonly number[], last: number, u: number): Discounted {
  const factor = Math.exp(-Math.abs(u));
  const square = factor * factor;
  const step = u >= 0 ? 1 : -1;
  let time = u >= 0 ? last : 0;
  let pairs = (last + 1) >> 1;
  let even = 0;
  let odd = 0;
  let evenSlope = 0;
  let oddSlope = 0;
  if (last % 2 === 0) {
    even = element(flows, time);
    time -= step;
  }
  for (; pairs > 0; pairs--) {
    oddSlope = oddSlope * square + odd;
    odd = odd * square + element(flows, time);
    evenSlope = evenSlope * square + even;
    even = even * square + element(flows, time - step);
    time -= 2 * step;
  }
  const bySquare = evenSlope + factor * oddSlope;
  return { value: even + factor * odd, slope: -step * factor * (odd + 2 * factor * bySquare) };
}
