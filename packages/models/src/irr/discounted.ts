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
 */
export function discounted(flows: readonly number[], last: number, u: number): Discounted {
  let value = 0;
  let derivative = 0;
  if (u >= 0) {
    const discount = Math.exp(-u);
    for (let time = last; time >= 0; time--) {
      derivative = derivative * discount + value;
      value = value * discount + element(flows, time);
    }
    return { value, slope: -discount * derivative };
  }
  const growth = Math.exp(u);
  for (let time = 0; time <= last; time++) {
    derivative = derivative * growth + value;
    value = value * growth + element(flows, time);
  }
  return { value, slope: growth * derivative };
}
