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
  const largest = largestOf(flows);
  const dust = DUST * largest;
  let signChanges = 0;
  let lastSign = 0;
  let last = 0;
  let received = 0;
  let receivedTimes = 0;
  let paid = 0;
  let paidTimes = 0;
  for (let time = 0; time < flows.length; time++) {
    const flow = element(flows, time);
    if (flow > dust) {
      received += flow;
      receivedTimes += flow * time;
      if (lastSign < 0) signChanges++;
      lastSign = 1;
      last = time;
    } else if (!(flow >= -dust)) {
      paid -= flow;
      paidTimes -= flow * time;
      if (lastSign > 0) signChanges++;
      lastSign = -1;
      last = time;
    }
  }
  return {
    signChanges,
    last,
    largest,
    investsFirst: flows.length > 0 && element(flows, 0) < -dust,
    returnsLater: receivedTimes > 0,
    sum: received - paid,
    guess: Math.log(received / paid) / (receivedTimes / received - paidTimes / paid),
  };
}

function largestOf(flows: readonly number[]): number {
  let largest = 0;
  for (let time = 0; time < flows.length; time++) {
    const size = Math.abs(element(flows, time));
    if (size > largest) largest = size;
  }
  return largest;
}
