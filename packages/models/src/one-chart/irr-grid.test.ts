/** The grid against every cell solved by itself: the same status everywhere, the same rate to one part in 10^8. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cashFlows } from '../cash-flows/cash-flows.ts';
import { irr } from '../irr/irr.ts';
import { parseInput } from '../parse-input.ts';
import { type ProjectTerms, projectTermsSchema } from '../project.ts';
import { irrGrid, irrStatuses } from './irr-grid.ts';

const spread = (low: number, high: number, count: number) =>
  Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));
const systemPrices = spread(40_000, 400_000, 20);
const rentalPrices = spread(0, 16, 81);
const ancillaryCapexPerGpu = 23_880;

/** Statuses that differ, and the largest error as a share of 1 + IRR. */
function compared(project: ProjectTerms, rents: readonly number[] = rentalPrices) {
  const grid = irrGrid({ project, ancillaryCapexPerGpu, systemPrices, rentalPrices: rents });
  const seen = new Set<string>();
  let [wrong, worst] = [0, 0];
  systemPrices.forEach((systemPrice, row) => {
    rents.forEach((price, column) => {
      const cell = row * rents.length + column;
      const flows = cashFlows({ ...project, capexPerGpu: systemPrice + ancillaryCapexPerGpu }, price).net;
      const exact = irr(flows, project.periodsPerYear);
      const status = irrStatuses[grid.statuses[cell]!]!;
      seen.add(status);
      if (status !== exact.status) wrong++;
      else worst = Math.max(worst, Math.abs(grid.irrs[cell]! - (exact.irr ?? -1)) / (1 + Math.abs(exact.irr ?? -1)));
    });
  });
  return { wrong, worst, seen };
}

const terms = (change: object) =>
  parseInput(projectTermsSchema, { opexPerGpuHour: 1.2775, prepayFraction: 0.15, ...change });

describe('every cell', () => {
  test.each([
    ['yearly', {}],
    ['monthly', { periodsPerYear: 12 }],
    ['monthly, late and with a residual', { periodsPerYear: 12, startDelayPeriods: 6, residualFraction: 0.1 }],
    ['monthly in advance', { periodsPerYear: 12, timing: 'advance' }],
    ['over twenty years', { periodsPerYear: 12, termYears: 20 }],
    ['over fifty years', { periodsPerYear: 12, termYears: 50 }],
    ['taxed', { periodsPerYear: 4, taxRate: 0.21 }],
    ['with opex growing', { opexEscalation: 0.03 }],
    ['borrowed', { basis: 'equity', debtFraction: 0.6, debtRate: 0.1 }],
    ['without prepayment', { prepayFraction: 0 }],
    ['all prepaid', { prepayFraction: 1 }],
    ['credited last', { prepayCredit: 'last' }],
    ['credited first', { prepayCredit: 'first' }],
    ['credited from the third year', { prepayCredit: 'deferred', prepayDeferYears: 2 }],
  ])('%s', (_name, change) => {
    const { wrong, worst } = compared(terms(change));
    expect(wrong).toBe(0);
    expect(worst).toBeLessThan(1e-8);
  });

  test('any plain contract', () => {
    const contract = fc.record({
      opexPerGpuHour: fc.double({ min: 0, max: 3, noNaN: true }),
      opexPctCapexPerYear: fc.double({ min: 0, max: 0.05, noNaN: true }),
      prepayFraction: fc.double({ min: 0, max: 0.6, noNaN: true }),
      residualFraction: fc.double({ min: 0, max: 0.5, noNaN: true }),
      utilization: fc.double({ min: 0.3, max: 1, noNaN: true }),
      termYears: fc.integer({ min: 1, max: 8 }),
      periodsPerYear: fc.constantFrom(1, 2, 4, 12),
      startDelayPeriods: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(contract, (change) => {
        const { wrong, worst } = compared(terms(change), spread(0.01, 20, 25));
        expect(wrong).toBe(0);
        expect(worst).toBeLessThan(1e-8);
      }),
      { numRuns: 60 },
    );
  });
});

test('prices in any order give the same cells', () => {
  const project = terms({});
  const gridOf = (rents: readonly number[]) =>
    irrGrid({ project, ancillaryCapexPerGpu, systemPrices, rentalPrices: rents });
  const [forward, backward] = [gridOf(rentalPrices), gridOf([...rentalPrices].reverse())];
  const mirrored = (cell: number) => cell + rentalPrices.length - 1 - 2 * (cell % rentalPrices.length);
  forward.irrs.forEach((rate, cell) => {
    expect(backward.irrs[mirrored(cell)]).toBe(rate);
  });
});

test('the grid of the defaults holds rates, gains without investment and losses without return', () => {
  const { seen } = compared(terms({}));
  expect([...seen].sort()).toEqual(['no_investment', 'no_return', 'ok']);
});

test('where there is no rate the cell says -1 and why', () => {
  const grid = irrGrid({
    project: terms({}),
    ancillaryCapexPerGpu,
    systemPrices: [92_536],
    rentalPrices: [1, 4.92, 30],
  });
  expect([...grid.irrs].map((rate) => Number(rate.toFixed(3)))).toEqual([-1, 0.156, -1]);
  expect([...grid.statuses].map((status) => irrStatuses[status])).toEqual(['no_return', 'ok', 'no_investment']);
});

test('carried losses, which bend the lines, are refused', () => {
  const project = terms({ taxRate: 0.2, lossTreatment: 'carryforward' });
  expect(() => irrGrid({ project, ancillaryCapexPerGpu, systemPrices, rentalPrices })).toThrow(/expected refund/);
});
