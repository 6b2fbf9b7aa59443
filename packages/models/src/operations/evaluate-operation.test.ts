/** The front door: answers, refusals with their codes and messages, and that bad input never throws. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateOperation } from './evaluate-operation.ts';
import { operations } from './registry.ts';

const project = { capexPerGpu: 116_416.67, opexPerGpuHour: 1.2775, prepayFraction: 0.15 };
const floorOf = (change: object, rest: object = {}) =>
  evaluateOperation({ op: 'project.floor', input: { project: { ...project, ...change }, hurdleIrr: 0.156, ...rest } });

test('a floor', () => {
  expect(floorOf({}, { pflops: 17.5, marketPricePerGpuHour: 4 })).toMatchObject({
    ok: true,
    op: 'project.floor',
    output: { floorPricePerGpuHour: expect.closeTo(4.91999, 5), belowFloor: true },
  });
});

describe('says which field, what was expected and what it was', () => {
  test.each([
    [{ capexPerGp: 1 }, 'unknown_field', 'project.capexPerGp: expected no such field'],
    [{ capexPerGpu: '1' }, 'not_a_number', 'project.capexPerGpu: expected a number, was "1"'],
    [{ capexPerGpu: -1 }, 'out_of_range', 'project.capexPerGpu: expected at least 0, was -1'],
    [{ capexPerGpu: undefined }, 'missing_field', 'project.capexPerGpu: expected USD per GPU, was missing'],
    [{ ancillaryCapexPerGpu: 1 }, 'conflicting_fields', /capexPerGpu: expected either/],
    [{ timing: 'mid' }, 'bad_choice', 'project.timing: expected one of arrears, advance, was "mid"'],
    [{ periodsPerYear: 3 }, 'bad_choice', 'project.periodsPerYear: expected one of 1, 2, 4, 12, was 3'],
    [
      { termYears: 1.3 },
      'not_integral',
      'project.termYears: expected a whole number of periods at 1 per year, was 1.3',
    ],
    [{ startDelayPeriods: 0.5 }, 'not_integral', /startDelayPeriods/],
    [{ termYears: 51, periodsPerYear: 12 }, 'out_of_range', /1 to 600 periods at 12 per year, was 51/],
    [{ taxRate: 1 }, 'out_of_range', 'project.taxRate: expected below 1, was 1'],
    [{ debtTermYears: 6 }, 'out_of_range', /repaid by the end of the project, was 6/],
    [{ prepayCredit: 'deferred', prepayDeferYears: 5 }, 'prepay_exceeds_creditable', /at most the 0 of 5 invoices/],
  ])('%j', (change, code, message) => {
    const result = floorOf(change);
    expect(result).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(message) } });
  });

  test('a misspelt field comes before the one it leaves missing', () => {
    const input = { project, hurdleirr: 0.1 };
    expect(evaluateOperation({ op: 'project.floor', input })).toMatchObject({ error: { code: 'unknown_field' } });
  });

  test.each([
    [{ op: 'ceiling', input: { targetPflops: 1 } }, 'missing_field', /refPricePerPflopHour/],
    [{ op: 'ceiling', input: { targetPflops: 1, refPflops: 1 } }, 'missing_field', /refPricePerGpuHour/],
    [
      { op: 'ceiling', input: { targetPflops: 1, refPflops: 1, refPricePerPflopHour: 1 } },
      'conflicting_fields',
      /it or/,
    ],
    [{ op: 'token.ratio', input: { throughputRatio: 2, marginAfter: 0.5 } }, 'missing_field', /marginBefore/],
    [{ op: 'ceiling.trend', input: { observations: 'x', targetT: 1 } }, 'not_a_list', /expected an array, was "x"/],
    [{ op: 'project.npv', input: { project: 1, pricePerGpuHour: 1, annualRate: 0 } }, 'not_an_object', /was 1/],
    [{ op: 'project.price', input: {} }, 'unknown_op', /one of project.cashflows, .*, was project.price/],
    [{ op: 'project.floor' }, 'missing_field', /project/],
    [null, 'unknown_op', /was $/],
  ])('%j', (request, code, message) => {
    const result = evaluateOperation(request);
    expect(result).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(message) } });
  });
});

test('an answer too large for a number is refused, not given as null', () => {
  const flood = { capexPerGpu: 1e300, hoursPerYear: 1e-300 };
  expect(floorOf(flood)).toMatchObject({ ok: false, error: { code: 'degenerate' } });
});

test('each operation is listed once and says what it does', () => {
  expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  for (const { summary } of operations) expect(summary).toMatch(/^[A-Z].*\.$/);
});

test('whatever is asked, the answer is finite or a refusal', () => {
  const number = fc.oneof(fc.double(), fc.constantFrom(0, 1, -1, 0.5, 5, 12, 1e300, 1e-300));
  const anyField = fc.oneof(number, fc.constantFrom('rateable', 'last', 'equity', 'carryforward', 'advance', null));
  const fields = fc.constantFrom(
    'capexPerGpu',
    'opexPerGpuHour',
    'utilization',
    'prepayFraction',
    'prepayCredit',
    'taxRate',
  );
  const anyProject = fc.dictionary(fields, anyField).map((change) => ({ ...project, ...change }));
  fc.assert(
    fc.property(anyProject, number, (changed, rate) => {
      for (const [op, rest] of [
        ['project.floor', { hurdleIrr: rate }],
        ['project.irr', { pricePerGpuHour: rate }],
        ['project.cashflows', { pricePerGpuHour: rate }],
      ] as const) {
        const result = evaluateOperation({ op, input: { project: changed, ...rest } });
        expect(JSON.stringify(result.ok ? result.output : [])).not.toMatch(op === 'project.irr' ? /NaN/ : /null|NaN/);
      }
    }),
    { numRuns: 300 },
  );
});
