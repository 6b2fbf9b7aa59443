/** Net cash flows of one contract at any capex and price, by adding three vectors. */
import { cashFlows } from '../cash-flows/cash-flows.ts';
import { element } from '../element.ts';
import type { ProjectTerms } from '../project.ts';

/** Capex of the size in question, so that the differences keep their digits. */
const CAPEX_SPAN = 100_000;

/** The flow at time t is `origin[t] + capex * perCapex[t] + price * perPrice[t]`. */
export interface FlowSurface {
  readonly origin: readonly number[];
  readonly perCapex: readonly number[];
  readonly perPrice: readonly number[];
}

/** Without carried losses every flow is a plane over capex and price, so three points give them all. */
export function flowSurface(terms: ProjectTerms): FlowSurface {
  const netAt = (capexPerGpu: number, price: number) => cashFlows({ ...terms, capexPerGpu }, price).net;
  const origin = netAt(0, 0);
  const slopeOf = (net: readonly number[], span: number) => net.map((flow, t) => (flow - element(origin, t)) / span);
  return { origin, perCapex: slopeOf(netAt(CAPEX_SPAN, 0), CAPEX_SPAN), perPrice: slopeOf(netAt(0, 1), 1) };
}

/** Writes the flows at a capex and a price into `flows`, which is as long as the surface. */
export function flowsOn(
  { origin, perCapex, perPrice }: FlowSurface,
  { capexPerGpu, pricePerGpuHour }: { readonly capexPerGpu: number; readonly pricePerGpuHour: number },
  flows: number[],
): readonly number[] {
  for (let t = 0; t < flows.length; t++)
    flows[t] = element(origin, t) + capexPerGpu * element(perCapex, t) + pricePerGpuHour * element(perPrice, t);
  return flows;
}
