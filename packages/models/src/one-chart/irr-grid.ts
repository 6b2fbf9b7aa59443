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

/** What the numbers of `IrrGrid.statuses` stand for; 0 is `ok`. */
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

/** Not a status: a cell that is still to be solved by itself. */
const UNSOLVED = irrStatuses.length;
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
  const grid: IrrGrid = { irrs: new Float64Array(cells), statuses: new Uint8Array(cells) };
  const surface = flowSurface(project);
  const table = isoIrrTable(surface, project.periodsPerYear);
  const rents = Float64Array.from(rentalPrices);
  systemPrices.forEach((systemPrice, row) => {
    const capexPerGpu = systemPrice + ancillaryCapexPerGpu;
    const cells: Row = { grid, capexPerGpu, rents, first: row * rents.length };
    if (readOff(cells, table, priceRegions(surface, capexPerGpu)) > 0)
      solveRest(cells, surface, project.periodsPerYear);
  });
  return grid;
}

interface Row {
  readonly grid: IrrGrid;
  readonly capexPerGpu: number;
  readonly rents: Float64Array;
  /** Index of the first cell. */
  readonly first: number;
}

/**
 * Fills the cells that lie between two lines or have no rate, and gives how many are left.
 * Prices next to one another mostly lie between the same two lines, or between the next two.
 */
function readOff({ grid, capexPerGpu, rents, first }: Row, table: IsoIrrTable, regions: PriceRegions): number {
  const { irrs, statuses } = grid;
  const { growth, alpha, beta, alphaSlope, betaSlope } = table;
  const { noReturn, noInvestment, plainAbove, plainBelow } = regions;
  const lastPair = growth.length - 2;
  let line = -1;
  let column = 0;
  let left = 0;
  while (column < rents.length) {
    const price = columnElement(rents, column);
    if (price >= noInvestment || price <= noReturn) {
      irrs[first + column] = -1;
      statuses[first + column++] = price >= noInvestment ? NO_INVESTMENT : NO_RETURN;
      continue;
    }
    if (line < 0) line = lineBelow(table, capexPerGpu, price);
    while (line < lastPair && columnElement(alpha, line + 1) + capexPerGpu * columnElement(beta, line + 1) <= price)
      line++;
    while (line > 0 && columnElement(alpha, line) + capexPerGpu * columnElement(beta, line) > price) line--;

    const from = columnElement(alpha, line) + capexPerGpu * columnElement(beta, line);
    const to = columnElement(alpha, line + 1) + capexPerGpu * columnElement(beta, line + 1);
    const startSlope = columnElement(alphaSlope, line) + capexPerGpu * columnElement(betaSlope, line);
    const endSlope = columnElement(alphaSlope, line + 1) + capexPerGpu * columnElement(betaSlope, line + 1);
    const plain = from > plainAbove && to < plainBelow && startSlope > 0 && endSlope > 0;
    if (!(plain && price >= from && price < to)) {
      statuses[first + column++] = UNSOLVED;
      left++;
      continue;
    }
    const atFrom = columnElement(growth, line);
    const atTo = columnElement(growth, line + 1);
    const perWidth = 1 / (to - from);
    const chord = (atTo - atFrom) * perWidth;
    const start = atFrom / startSlope;
    const end = atTo / endSlope;
    const square = (3 * chord - 2 * start - end) * perWidth;
    const cube = (start + end - 2 * chord) * perWidth * perWidth;
    for (let next = price; next >= from && next < to; next = columnElement(rents, column)) {
      const above = next - from;
      irrs[first + column++] = atFrom - 1 + above * (start + above * (square + above * cube));
      if (column === rents.length) break;
    }
  }
  return left;
}

/** Kept apart from the loop above, which has to stay small to be quick. */
function solveRest({ grid, capexPerGpu, rents, first }: Row, surface: FlowSurface, periodsPerYear: number): void {
  const flows = [...surface.origin];
  rents.forEach((pricePerGpuHour, column) => {
    const cell = first + column;
    if (grid.statuses[cell] !== UNSOLVED) return;
    const { irr: rate, status } = irr(flowsOn(surface, { capexPerGpu, pricePerGpuHour }, flows), periodsPerYear);
    grid.irrs[cell] = rate ?? -1;
    grid.statuses[cell] = irrStatuses.indexOf(status);
  });
}
