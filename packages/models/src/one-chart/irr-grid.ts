/** The IRR at every system price and rental price of a large grid, read off lines of equal IRR. */
import { columnElement } from '../element.ts';
import { taxIsNonlinear } from '../floor/floor.ts';
import { type IrrStatus, irr } from '../irr/irr.ts';
import { ModelError } from '../model-error.ts';
import type { ProjectTerms } from '../project.ts';
import { type FlowSurface, flowSurface, flowsOn } from './flow-surface.ts';
import { type IsoIrrTable, isoIrrTable, lineBelow } from './iso-irr-table.ts';
import { type PriceRegions, priceRegions } from './price-regions.ts';

export interface IrrGridQuestion {
  readonly project: ProjectTerms;
  readonly ancillaryCapexPerGpu: number;
  readonly systemPrices: readonly number[];
  readonly rentalPrices: readonly number[];
}

/** What the numbers of `IrrGrid.statuses` stand for. */
export const irrStatuses = [
  'ok',
  'multiple',
  'no_investment',
  'no_return',
  'no_root',
] as const satisfies readonly IrrStatus[];

/** Row by row: the cell of system price s and rental price r is at `s * rentalPrices.length + r`. */
export interface IrrGrid {
  /** Effective annual rates; -1 where the status says that there is none. */
  readonly irrs: Float64Array;
  readonly statuses: Uint8Array;
}

const OK = irrStatuses.indexOf('ok');
const NO_INVESTMENT = irrStatuses.indexOf('no_investment');
const NO_RETURN = irrStatuses.indexOf('no_return');

/**
 * Where an investment is repaid by positive flows alone, the rate is interpolated between two lines, off by less than
 * 1e-8 of 1 + IRR; every other cell is solved by itself. Throws a ModelError where carried losses bend the lines.
 */
export function irrGrid({ project, ancillaryCapexPerGpu, systemPrices, rentalPrices }: IrrGridQuestion): IrrGrid {
  if (taxIsNonlinear(project))
    throw new ModelError(
      'nonlinear_tax',
      'lossTreatment: expected refund where tax is paid, was carryforward',
      project,
    );
  const cells = systemPrices.length * rentalPrices.length;
  const grid: IrrGrid = { irrs: new Float64Array(cells).fill(-1), statuses: new Uint8Array(cells) };
  const surface = flowSurface(project);
  const table = isoIrrTable(surface, project.periodsPerYear);
  const solve = cellSolver(surface, project.periodsPerYear);
  const rents = Float64Array.from(rentalPrices);
  systemPrices.forEach((systemPrice, row) => {
    const capexPerGpu = systemPrice + ancillaryCapexPerGpu;
    const regions = priceRegions(surface, capexPerGpu);
    fillRow({ grid, table, solve, regions, capexPerGpu, rents, first: row * rents.length });
  });
  return grid;
}

type Solve = (capexPerGpu: number, pricePerGpuHour: number) => ReturnType<typeof irr>;

function cellSolver(surface: FlowSurface, periodsPerYear: number): Solve {
  const flows = [...surface.origin];
  return (capexPerGpu, pricePerGpuHour) =>
    irr(flowsOn(surface, { capexPerGpu, pricePerGpuHour }, flows), periodsPerYear);
}

interface Row {
  readonly grid: IrrGrid;
  readonly table: IsoIrrTable;
  readonly solve: Solve;
  readonly regions: PriceRegions;
  readonly capexPerGpu: number;
  readonly rents: Float64Array;
  /** Index of the first cell. */
  readonly first: number;
}

/** Prices next to one another mostly lie between the same two lines, so the search starts from the last pair. */
function fillRow({ grid, table, solve, regions, capexPerGpu, rents, first }: Row): void {
  const { irrs, statuses } = grid;
  const { growth, alpha, beta, alphaSlope, betaSlope } = table;
  const { noReturn, noInvestment, plainAbove, plainBelow } = regions;
  const lastPair = growth.length - 2;
  let line = lineBelow(table, capexPerGpu, rents.find((price) => price > noReturn) ?? 0);
  /** From one line to the next the rate is a cubic in how far the price is above the first. */
  let from = Number.NaN;
  let to = Number.NaN;
  let constant = 0;
  let linear = 0;
  let square = 0;
  let cube = 0;

  for (let column = 0; column < rents.length; column++) {
    const price = columnElement(rents, column);
    const cell = first + column;
    if (price >= noInvestment) {
      statuses[cell] = NO_INVESTMENT;
      continue;
    }
    if (price <= noReturn) {
      statuses[cell] = NO_RETURN;
      continue;
    }
    if (!(price >= from && price < to)) {
      while (line < lastPair && columnElement(alpha, line + 1) + capexPerGpu * columnElement(beta, line + 1) <= price)
        line++;
      while (line > 0 && columnElement(alpha, line) + capexPerGpu * columnElement(beta, line) > price) line--;
      from = columnElement(alpha, line) + capexPerGpu * columnElement(beta, line);
      to = columnElement(alpha, line + 1) + capexPerGpu * columnElement(beta, line + 1);
      const atFrom = columnElement(growth, line);
      const atTo = columnElement(growth, line + 1);
      const startSlope = columnElement(alphaSlope, line) + capexPerGpu * columnElement(betaSlope, line);
      const endSlope = columnElement(alphaSlope, line + 1) + capexPerGpu * columnElement(betaSlope, line + 1);
      const perWidth = 1 / (to - from);
      const chord = (atTo - atFrom) * perWidth;
      const end = atTo / endSlope;
      constant = atFrom - 1;
      linear = atFrom / startSlope;
      square = (3 * chord - 2 * linear - end) * perWidth;
      cube = (linear + end - 2 * chord) * perWidth * perWidth;
      if (!(from > plainAbove && to < plainBelow && startSlope > 0 && endSlope > 0)) to = from;
    }
    if (price >= from && price < to) {
      const above = price - from;
      irrs[cell] = constant + above * (linear + above * (square + above * cube));
      statuses[cell] = OK;
      continue;
    }
    const { irr: rate, status } = solve(capexPerGpu, price);
    irrs[cell] = rate ?? -1;
    statuses[cell] = irrStatuses.indexOf(status);
  }
}
