/** Cash flows: the worked number, each crediting rule, delay, tax and debt by hand. */
import { describe, expect, test } from 'vitest';
import { parseInput } from '../parse-input.ts';
import { type ProjectInput, projectSchema } from '../project.ts';
import { cashFlows } from './cash-flows.ts';

const flowsOf = (input: ProjectInput, price: number) => cashFlows(parseInput(projectSchema, input), price);
const vrNvl72 = { capexPerGpu: 116_416.67, opexPerGpuHour: 1.2775, prepayFraction: 0.15 };
/** Ten hours a year, so that a price of 1 invoices 10. */
const small = { capexPerGpu: 20, hoursPerYear: 10, termYears: 4 };

test('the VR NVL72 contract at 4.92', () => {
  const [first, ...later] = flowsOf(vrNvl72, 4.92).net;
  expect(first).toBeCloseTo(-84_092.27, 2);
  expect(later).toHaveLength(5);
  for (const flow of later) expect(flow).toBeCloseTo(25_443.42, 2);
});

describe('a prepayment of 15, one and a half invoices, is credited', () => {
  const prepaid = { ...small, prepayFraction: 0.375 };
  test.each([
    [{ prepayCredit: 'rateable' }, [0, 3.75, 3.75, 3.75, 3.75]],
    [{ prepayCredit: 'first' }, [0, 10, 5, 0, 0]],
    [{ prepayCredit: 'last' }, [0, 0, 0, 5, 10]],
    [{ prepayCredit: 'deferred', prepayDeferYears: 2 }, [0, 0, 0, 7.5, 7.5]],
  ] as const)('%j', (credit, expected) => {
    const flows = flowsOf({ ...prepaid, ...credit }, 1);
    expect(flows.prepay).toEqual([15, 0, 0, 0, 0]);
    expect(flows.credit).toEqual(expected);
  });
});

test('paid in advance, the first invoice falls on the day of the purchase', () => {
  expect(flowsOf({ ...small, timing: 'advance' }, 1).invoice).toEqual([10, 10, 10, 10, 0]);
});

test('a delay moves service and residual, and opex grows by the year of service', () => {
  const flows = flowsOf(
    { ...small, startDelayPeriods: 1, opexPerGpuHour: 0.1, opexEscalation: 1, residualFraction: 0.5 },
    1,
  );
  expect(flows.serviceStart).toBe(1);
  expect(flows.invoice).toEqual([0, 0, 10, 10, 10, 10]);
  expect(flows.opex).toEqual([0, 0, 1, 2, 4, 8]);
  expect(flows.residual).toEqual([0, 0, 0, 0, 0, 10]);
});

test('opex runs in hours nobody pays for', () => {
  const flows = flowsOf({ ...small, utilization: 0.5, opexPerGpuHour: 0.1 }, 1);
  expect(flows.invoice[1]).toBe(5);
  expect(flows.opex[1]).toBe(1);
});

test('what depreciation leaves at the end is written off with the last invoice', () => {
  expect(flowsOf({ ...small, depreciationYears: 8 }, 1).depreciation).toEqual([0, 2.5, 2.5, 2.5, 12.5]);
  expect(flowsOf({ ...small, depreciationYears: 2 }, 1).depreciation).toEqual([0, 10, 10, 0, 0]);
});

describe('tax at a half on incomes of -10, 0, 10, 10', () => {
  const taxed = { ...small, capexPerGpu: 20, depreciationYears: 1, taxRate: 0.5 };
  const at1 = (lossTreatment: 'refund' | 'carryforward') => flowsOf({ ...taxed, lossTreatment }, 1);
  test('is refunded', () => expect(at1('refund').tax).toEqual([0, -5, 5, 5, 5]));
  test('or offset later', () => expect(at1('carryforward').tax).toEqual([0, 0, 0, 5, 5]));
});

describe('debt', () => {
  const borrowed = { ...small, debtFraction: 0.5, debtTermYears: 2 };
  test('is ignored on the project basis', () => {
    expect(flowsOf(borrowed, 1).net).toEqual(flowsOf(small, 1).net);
  });
  test('without interest is repaid evenly', () => {
    const flows = flowsOf({ ...borrowed, basis: 'equity' }, 1);
    expect(flows.debtDraw).toEqual([10, 0, 0, 0, 0]);
    expect(flows.principal).toEqual([0, 5, 5, 0, 0]);
  });
  test('with interest is repaid in level payments', () => {
    const { interest, principal } = flowsOf({ ...borrowed, basis: 'equity', debtRate: 1 }, 1);
    expect(interest.map((paid) => paid.toFixed(4))).toEqual(['0.0000', '10.0000', '6.6667', '0.0000', '0.0000']);
    expect(principal.map((paid) => paid.toFixed(4))).toEqual(['0.0000', '3.3333', '6.6667', '0.0000', '0.0000']);
  });
});
