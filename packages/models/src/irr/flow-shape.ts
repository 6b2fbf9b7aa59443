/** One pass over cash flows: their signs, and a first guess at the rate that balances them. */
import { element } from '../element.ts';

/** Flows this small next to the largest are rounding dust and count as zero. */
export const DUST = 1e-9;

export interface FlowShape {
  readonly signChanges: number;
  /** Time of the last flow that is not dust; dust after it would rule the NPV at strongly negative rates. */
  readonly last: number;
  readonly largest: number;
  readonly investsFirst: boolean;
  readonly returnsLater: boolean;
  /** Undiscounted sum. */
  readonly sum: number;
  /** `ln(1 + rate)` that would balance all receipts and all payments at their mean times. */
  readonly guess: number;
}

export function flowShape(flows: readonly number[]): FlowShape {
  let largest = 0;
  for (let time = 0; time < flows.length; time++) largest = Math.max(largest, Math.abs(element(flows, time)));
  const dust = DUST * largest;

  let [signChanges, lastSign, last] = [0, 0, 0];
  let [received, receivedTimes, paid, paidTimes] = [0, 0, 0, 0];
  let returnsLater = false;
  for (let time = 0; time < flows.length; time++) {
    const flow = element(flows, time);
    if (Math.abs(flow) <= dust) continue;
    last = time;
    if (flow > 0) {
      received += flow;
      receivedTimes += flow * time;
      if (time > 0) returnsLater = true;
      if (lastSign < 0) signChanges++;
      lastSign = 1;
    } else {
      paid -= flow;
      paidTimes -= flow * time;
      if (lastSign > 0) signChanges++;
      lastSign = -1;
    }
  }
  return {
    signChanges,
    last,
    largest,
    investsFirst: flows.length > 0 && element(flows, 0) < -dust,
    returnsLater,
    sum: received - paid,
    guess: Math.log(received / paid) / (receivedTimes / received - paidTimes / paid),
  };
}
