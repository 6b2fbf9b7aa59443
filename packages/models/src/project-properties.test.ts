/** What must hold for every project, whatever its terms. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cashFlows } from './cash-flows/cash-flows.ts';
import { floorPrice } from './floor/floor.ts';
import { projectIrr } from './irr/project-irr.ts';
import { projectNpv } from './npv/project-npv.ts';
import { isoIrr, priceOn } from './one-chart/iso-irr.ts';
import { parseInput } from './parse-input.ts';
import { type Project, projectSchema } from './project.ts';
import { valueSplit } from './value-split/value-split.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const hurdle = between(0, 0.4);

const anyProject: fc.Arbitrary<Project> = fc
  .record({
    capexPerGpu: between(1_000, 300_000),
    opexPerGpuHour: between(0, 3),
    opexPctCapexPerYear: between(0, 0.05),
    opexEscalation: between(-0.05, 0.1),
    termYears: fc.integer({ min: 2, max: 7 }),
    periodsPerYear: fc.constantFrom(1, 2, 4, 12),
    utilization: between(0.3, 1),
    prepayFraction: between(0, 0.5),
    prepayCredit: fc.constantFrom('rateable', 'first', 'last', 'deferred'),
    prepayDeferYears: fc.constantFrom(0, 1),
    timing: fc.constantFrom('arrears', 'advance'),
    startDelayPeriods: fc.integer({ min: 0, max: 3 }),
    residualFraction: between(0, 0.5),
    taxRate: fc.constantFrom(0, 0.21, 0.3),
    depreciationYears: fc.constantFrom(1, 3, 5, 8),
    lossTreatment: fc.constantFrom('refund', 'carryforward'),
    basis: fc.constantFrom('project', 'equity'),
    debtFraction: between(0, 0.6),
    debtRate: between(0, 0.15),
  })
  .map((input) => parseInput(projectSchema, input));

/** Even crediting, no tax, no debt, and an investment that prepaid opex does not outweigh: one change of sign. */
const plainProject = anyProject
  .map((p): Project => ({ ...p, prepayCredit: 'rateable', taxRate: 0, basis: 'project', opexEscalation: 0 }))
  .filter(({ prepayFraction, residualFraction, capexPerGpu, ...terms }) => {
    const opexPerYear = terms.opexPerGpuHour * 8760 + terms.opexPctCapexPerYear * capexPerGpu;
    const invested = (1 - prepayFraction) * capexPerGpu * (1 - residualFraction);
    return prepayFraction * opexPerYear * terms.termYears < 0.6 * invested;
  });

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe('at the floor', () => {
  test('the present value at the hurdle is zero', () => {
    fc.assert(
      fc.property(anyProject, hurdle, (project, rate) => {
        const pricePerGpuHour = floorPrice(project, rate);
        const value = projectNpv({ project, pricePerGpuHour }, rate);
        expect(Math.abs(value)).toBeLessThan(1e-8 * (project.capexPerGpu + 1e5));
      }),
      { numRuns: 300 },
    );
  });

  test('the project earns exactly its hurdle', () => {
    fc.assert(
      fc.property(plainProject, hurdle, (project, rate) => {
        const { irr, status } = projectIrr({ project, pricePerGpuHour: floorPrice(project, rate) });
        expect(status).toBe('ok');
        expect(irr).toBeCloseTo(rate, 7);
      }),
    );
  });
});

describe('the floor', () => {
  const moves = (change: (project: Project) => Project, direction: 'up' | 'down') =>
    fc.assert(
      fc.property(plainProject, hurdle, (project, rate) => {
        const [before, after] = [floorPrice(project, rate), floorPrice(change(project), rate)];
        const rise = direction === 'up' ? after - before : before - after;
        expect(rise).toBeGreaterThanOrEqual(-1e-9 * Math.abs(before));
      }),
    );

  test('rises with capex', () => moves((p) => ({ ...p, capexPerGpu: p.capexPerGpu * 1.1 }), 'up'));
  test('rises with opex', () => moves((p) => ({ ...p, opexPerGpuHour: p.opexPerGpuHour + 0.1 }), 'up'));
  test('falls with the prepayment', () => moves((p) => ({ ...p, prepayFraction: p.prepayFraction + 0.1 }), 'down'));
  test('falls with the hours billed', () => moves((p) => ({ ...p, utilization: (p.utilization + 1) / 2 }), 'down'));
  test('falls with the residual', () => moves((p) => ({ ...p, residualFraction: p.residualFraction + 0.1 }), 'down'));

  test('rises with the hurdle', () => {
    fc.assert(
      fc.property(plainProject, hurdle, (project, rate) => {
        expect(floorPrice(project, rate + 0.01)).toBeGreaterThan(floorPrice(project, rate));
      }),
    );
  });

  test('scales with money', () => {
    fc.assert(
      fc.property(anyProject, hurdle, between(0.01, 100), (project, rate, scale) => {
        const scaled = {
          ...project,
          capexPerGpu: project.capexPerGpu * scale,
          opexPerGpuHour: project.opexPerGpuHour * scale,
        };
        const expected = floorPrice(project, rate) * scale;
        expect(Math.abs(floorPrice(scaled, rate) - expected)).toBeLessThan(1e-7 * (1 + Math.abs(expected)));
      }),
    );
  });

  test('without prepayment, residual or delay is a fixed charge on capex plus opex', () => {
    fc.assert(
      fc.property(plainProject, between(0.01, 0.4), (project, rate) => {
        const level: Project = {
          ...project,
          periodsPerYear: 1,
          timing: 'arrears',
          startDelayPeriods: 0,
          prepayFraction: 0,
          residualFraction: 0,
          opexEscalation: 0,
          opexPctCapexPerYear: 0,
        };
        const fixedCharge = rate / (1 - (1 + rate) ** -level.termYears);
        const perHour = (fixedCharge * level.capexPerGpu) / 8760 + level.opexPerGpuHour;
        expect(floorPrice(level, rate) * level.utilization).toBeCloseTo(perHour, 9);
      }),
    );
  });
});

test('credits add up to the prepayment, and no invoice is credited twice over', () => {
  fc.assert(
    fc.property(anyProject, between(0, 20), (project, price) => {
      const { credit, invoice, prepay } = cashFlows(project, price);
      expect(sum(credit)).toBeCloseTo(sum(prepay), 5);
      credit.forEach((credited, time) => {
        expect(credited).toBeLessThanOrEqual((invoice[time] ?? 0) * (1 + 1e-12));
      });
    }),
  );
});

test('depreciation adds up to what the residual leaves, when the term is long enough', () => {
  fc.assert(
    fc.property(anyProject, (project) => {
      const { depreciation } = cashFlows(project, 1);
      expect(sum(depreciation)).toBeCloseTo(project.capexPerGpu * (1 - project.residualFraction), 5);
    }),
  );
});

test('carrying losses never costs less tax in all than having them refunded', () => {
  fc.assert(
    fc.property(anyProject, between(0, 20), (project, price) => {
      const refunded = sum(cashFlows({ ...project, lossTreatment: 'refund' }, price).tax);
      const carried = sum(cashFlows({ ...project, lossTreatment: 'carryforward' }, price).tax);
      expect(carried).toBeGreaterThanOrEqual(Math.max(0, refunded) - 1e-6);
    }),
  );
});

const refunded = anyProject.map((project): Project => ({ ...project, lossTreatment: 'refund' }));

test('a line of equal IRR is the floor at every system price', () => {
  fc.assert(
    fc.property(refunded, hurdle, between(0, 300_000), ({ capexPerGpu: ancillary, ...terms }, rate, systemPrice) => {
      const expected = floorPrice({ ...terms, capexPerGpu: ancillary + systemPrice }, rate);
      const onLine = priceOn(isoIrr(terms, ancillary, rate), systemPrice);
      expect(Math.abs(onLine - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
    }),
  );
});

test('the parts of the spread add up to it', () => {
  const price = between(0, 30);
  const dollars = between(0, 50_000);
  fc.assert(
    fc.property(refunded, price, price, dollars, dollars, (project, rental, ceiling, rise, memory) => {
      const { capexPerGpu, ...terms } = project;
      const { total, perGpuHour } = valueSplit({
        project: terms,
        ancillaryCapexPerGpu: 20_000,
        baseSystemPricePerGpu: capexPerGpu,
        systemPricePerGpu: capexPerGpu + rise,
        memoryCostDeltaPerGpu: memory,
        foundryCostDeltaPerGpu: memory / 2,
        rentalPricePerGpuHour: rental,
        ceilingPricePerGpuHour: ceiling,
        hurdleIrr: 0.156,
      });
      expect(sum(Object.values(perGpuHour))).toBeCloseTo(total, 8);
    }),
  );
});
