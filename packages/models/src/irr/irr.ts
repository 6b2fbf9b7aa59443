/** Internal rate of return, with a status wherever it is not one plain number. */
import { element } from '../element.ts';
import { ModelError } from '../model-error.ts';
import { discounted } from './discounted.ts';
import { type FlowShape, flowShape } from './flow-shape.ts';
import { levelRate, power } from './level-flows.ts';
import { rootIn } from './root.ts';

/**
 * `multiple`: several rates balance the flows and the largest is given. `no_investment`: nothing is paid in at time 0.
 * `no_return`: nothing ever comes back. `no_root`: no rate balances the flows.
 */
export type IrrStatus = 'ok' | 'multiple' | 'no_investment' | 'no_return' | 'no_root';

export interface Irr {
  /** Effective annual rate; null unless the status is `ok` or `multiple`. */
  readonly irr: number | null;
  readonly periodicIrr: number | null;
  readonly status: IrrStatus;
  readonly signChanges: number;
}

/** Log rates per period searched: from a loss of all but a millionth to a gain of a million times. */
const LIMIT = 14;
const SCAN_STEP = 0.01;

/** More than all other flows together are worth beside the one that counts in full, as shares of the largest. */
const LEFT_AT_LIMIT = 1e-6;

/** Flows are one period apart, the first at time 0. Throws a ModelError where they are not finite. */
export function irr(flows: readonly number[], periodsPerYear: number): Irr {
  const level = levelRate(flows);
  if (level !== undefined)
    return { irr: power(1 + level, periodsPerYear) - 1, periodicIrr: level, status: 'ok', signChanges: 1 };
  const shape = flowShape(flows);
  if (!Number.isFinite(shape.largest) || !Number.isFinite(shape.sum))
    throw new ModelError('not_a_number', 'flows: expected finite amounts', { flows });
  if (!shape.investsFirst) return undefinedIrr('no_investment', shape);
  if (!shape.returnsLater) return undefinedIrr('no_return', shape);

  const roots = shape.signChanges === 1 ? onlyRoot(flows, shape) : largestRoots(flows, shape);
  const [u, second] = roots;
  if (u === undefined) return undefinedIrr('no_root', shape);
  return {
    irr: Math.expm1(u * periodsPerYear),
    periodicIrr: Math.expm1(u),
    status: second === undefined ? 'ok' : 'multiple',
    signChanges: shape.signChanges,
  };
}

const undefinedIrr = (status: IrrStatus, { signChanges }: FlowShape): Irr => ({
  irr: null,
  periodicIrr: null,
  status,
  signChanges,
});

/** One change of sign has exactly one root (Descartes), on the side of zero that the plain sum tells. */
function onlyRoot(flows: readonly number[], { last, largest, sum, guess }: FlowShape): readonly number[] {
  const limit = sum >= 0 ? LIMIT : -LIMIT;
  const ruling = sum >= 0 ? -element(flows, 0) : element(flows, last);
  if (ruling <= LEFT_AT_LIMIT * largest && discounted(flows, last, limit).value >= 0 === sum >= 0) return [];
  const bracket = sum >= 0 ? { low: 0, high: limit, guess } : { low: limit, high: 0, guess };
  return [rootIn(flows, last, bracket)];
}

/** The largest root and, where there is one, the next: both where a falling rate turns a loss into a gain. */
function largestRoots(flows: readonly number[], { last, largest }: FlowShape): readonly number[] {
  const found: number[] = [];
  const top = Math.min(LIMIT, rootBound(largest, flows[0]));
  const bottom = Math.max(-LIMIT, -rootBound(largest, flows[last]));
  const lastStep = Math.ceil((LIMIT - bottom) / SCAN_STEP);
  let lossAbove = false;
  for (let step = Math.floor((LIMIT - top) / SCAN_STEP); step <= lastStep && found.length < 2; step++) {
    const u = LIMIT - step * SCAN_STEP;
    const loss = discounted(flows, last, u).value < 0;
    if (lossAbove && !loss) found.push(rootIn(flows, last, { low: u, high: u + SCAN_STEP, guess: u + SCAN_STEP / 2 }));
    lossAbove = loss;
  }
  return found;
}

/** Cauchy's bound: no root has a log rate further from zero than this. */
const rootBound = (largest: number, end = 0): number => Math.log1p(largest / Math.abs(end));
