/** Lines of equal IRR close together, so that every rate in between can be read off. */
import { columnElement, element } from '../element.ts';
import type { FlowSurface } from './flow-surface.ts';

/** Yearly log rates covered: from a loss of all but a hundredth a year to a gain of three thousand times. */
const LOWEST = -5;
const HIGHEST = 8;

/** Lines per unit of log rate for a project of up to six years; a longer one bends more and gets more. */
const LINES_PER_UNIT = 160;
const YEARS = 6;

/** Line j: price = `alpha[j]` + `beta[j]` x capex. The slopes are by the yearly log rate. */
export interface IsoIrrTable {
  /** 1 + IRR. */
  readonly growth: Float64Array;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly alphaSlope: Float64Array;
  readonly betaSlope: Float64Array;
}

export function isoIrrTable(surface: FlowSurface, periodsPerYear: number): IsoIrrTable {
  const years = (surface.origin.length - 1) / periodsPerYear;
  const linesPerUnit = Math.ceil(LINES_PER_UNIT * Math.max(1, years / YEARS));
  const count = (HIGHEST - LOWEST) * linesPerUnit + 1;
  const column = () => new Float64Array(count);
  const table = { growth: column(), alpha: column(), beta: column(), alphaSlope: column(), betaSlope: column() };
  for (let line = 0; line < count; line++) {
    const logRate = LOWEST + line / linesPerUnit;
    const discount = Math.exp(-logRate / periodsPerYear);
    const chain = -discount / periodsPerYear;
    const fixed = presentValue(surface.origin, discount);
    const perCapex = presentValue(surface.perCapex, discount);
    const perPrice = presentValue(surface.perPrice, discount);
    const alpha = -fixed.value / perPrice.value;
    const beta = -perCapex.value / perPrice.value;
    table.growth[line] = Math.exp(logRate);
    table.alpha[line] = alpha;
    table.beta[line] = beta;
    table.alphaSlope[line] = (-chain * (fixed.slope + alpha * perPrice.slope)) / perPrice.value;
    table.betaSlope[line] = (-chain * (perCapex.slope + beta * perPrice.slope)) / perPrice.value;
  }
  return table;
}

/** Line at or next below a price, by halving; prices on the lines rise with the rate wherever an IRR is plain. */
export function lineBelow({ alpha, beta }: IsoIrrTable, capexPerGpu: number, price: number): number {
  let [low, high] = [0, alpha.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (columnElement(alpha, middle) + capexPerGpu * columnElement(beta, middle) <= price) low = middle;
    else high = middle;
  }
  return low;
}

/** Value of the flows at a discount factor, and its derivative by that factor. */
function presentValue(flows: readonly number[], discount: number): { readonly value: number; readonly slope: number } {
  let value = 0;
  let slope = 0;
  for (let t = flows.length - 1; t >= 0; t--) {
    slope = slope * discount + value;
    value = value * discount + element(flows, t);
  }
  return { value, slope };
}
