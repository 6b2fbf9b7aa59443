/** Net present value of cash flows one period apart. */
import { element } from '../element.ts';

/** Rate per period that compounds to `annualRate` over a year. Rates are fractions above -1. */
export const periodicRate = (annualRate: number, periodsPerYear: number): number =>
  Math.expm1(Math.log1p(annualRate) / periodsPerYear);

/** USD at time 0; `flows[0]` is not discounted. The rate is per period and above -1. */
export function npv(ratePerPeriod: number, flows: readonly number[]): number {
  const discount = 1 / (1 + ratePerPeriod);
  let value = 0;
  for (let time = flows.length - 1; time >= 0; time--) value = value * discount + element(flows, time);
  return value;
}
