/** Net cash flows of one contract at any capex and price, by adding three vectors. */
import { cashFlows } from '../cash-flows/cash-flows.ts';
import { element } from '../element.ts';
import type { ProjectTerms } from '../project.ts';

/** Capex of the size in question, so that the differences keep their digits. */
const CAPEX_SPAN = 100_000;

/** Without carried losses every flow is a plane over capex and price, so three points give them all. */
export function flowSurface(terms: ProjectTerms): (capexPerGpu: number, pricePerGpuHour: number) => readonly number[] {
  const netAt = (capexPerGpu: number, price: number) => cashFlows({ ...terms, capexPerGpu }, price).net;
  const origin = netAt(0, 0);
  const slopeOf = (net: readonly number[], span: number) => net.map((flow, t) => (flow - element(origin, t)) / span);
  const perCapex = slopeOf(netAt(CAPEX_SPAN, 0), CAPEX_SPAN);
  const perPrice = slopeOf(netAt(0, 1), 1);
  return (capexPerGpu, price) =>
    origin.map((flow, t) => flow + capexPerGpu * element(perCapex, t) + price * element(perPrice, t));
}
