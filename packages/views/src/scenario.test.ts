/** A scenario and its address say the same, and what it comes to is what the models say. */
import { UsageError } from '@bandgap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenarioFrom, scenarioQuery, scenarioTitle } from './scenario.ts';
import { capturedInput, isoIrrInput, oneChartInput } from './scenario-charts.ts';
import { scenarioFigures } from './scenario-figures.ts';
import { leversOf } from './scenario-levers.ts';
import { scenarioSubjects } from './scenario-subject.ts';

const query = (text: string) => Object.fromEntries(new URLSearchParams(text));

test('every lever names its source, and its default lies on a step of its range', () => {
  for (const subject of scenarioSubjects) {
    for (const { min, max, step, initial, origin } of leversOf(subject)) {
      expect(origin.source).not.toBe('');
      expect(initial).toBeGreaterThanOrEqual(min);
      expect(initial).toBeLessThanOrEqual(max);
      expect((initial - min) / step).toBeCloseTo(Math.round((initial - min) / step), 6);
    }
  }
});

describe('an address', () => {
  test('says nothing where nothing is moved', () => {
    expect(scenarioQuery(scenarioFrom({}))).toBe('');
    expect(scenarioQuery(scenarioFrom({ systemPrice: '92536', irr: '15.6', prepay: '' }))).toBe('');
    expect(scenarioTitle(scenarioFrom({}))).toBe('Published figures');
  });

  test('leads back to the same scenario, whichever levers are moved', () => {
    const subject = fc.constantFrom(...scenarioSubjects);
    fc.assert(
      fc.property(
        subject,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (about, places) => {
          const given = leversOf(about).map(({ id, min, max, step }, index) => {
            const steps = Math.round(((max - min) / step) * (places[index] ?? 0));
            return [id, String(Number((min + steps * step).toFixed(6)))] as const;
          });
          const { system } = about.project;
          const scenario = scenarioFrom({ system, set: about.set, name: 'a & b', ...Object.fromEntries(given) });
          expect(scenarioFrom(query(scenarioQuery(scenario)))).toEqual(scenario);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('that cannot be is refused by name', () => {
    for (const [text, why] of [
      ['systemPrice=1', /systemPrice: expected 46536 to 184536/],
      ['irr=-5', /irr: expected/],
      ['irr=1e1', /irr: expected/],
      ['termYears=1.5', /whole years/],
      ['system=h100-sxm', /expected a system/],
      ['set=2020-01-01', /expected a system/],
    ] as const) {
      expect(() => scenarioFrom(query(text))).toThrow(UsageError);
      expect(() => scenarioFrom(query(text))).toThrow(why);
    }
  });
});

describe('what it comes to', () => {
  const figures = (text: string) => scenarioFigures(scenarioFrom(query(text)));

  test('are the published figures where nothing is moved', () => {
    const { floorPricePerGpuHour, floorPricePerPflopHour, ceilings } = figures('');
    expect(floorPricePerGpuHour).toBeCloseTo(4.92, 2);
    expect(floorPricePerPflopHour).toBeCloseTo(0.28, 2);
    const [conservative, parity] = ceilings;
    expect(conservative?.irrAtBaseSystemPrice).toBeCloseTo(1.11, 3);
    expect(parity?.irrAtBaseSystemPrice).toBeCloseTo(2.22, 2);
    expect(parity?.irrWithoutPrepayment).toBeCloseTo(0.779, 3);
    expect(parity?.maxSystemPricePerGpu).toBeCloseTo(321_086, 0);
  });

  test('is the published second point with systems 40 % dearer at 8.00', () => {
    const { irr, floorPricePerGpuHour } = figures('systemPrice=129551&price=8');
    expect(irr.irr).toBeCloseTo(0.386, 3);
    expect(floorPricePerGpuHour).toBeCloseTo(6.11, 2);
  });

  test('is shared out without remainder, and the vendor takes what a higher price brings', () => {
    for (const text of ['', 'systemPrice=129551', 'socamm=13', 'price=3&electricity=0.2', 'system=gb300-nvl72']) {
      const { captured } = figures(text);
      const sum = captured.parts.reduce((total, { perGpuHour }) => total + perGpuHour, 0);
      expect(sum).toBeCloseTo(captured.total, 9);
    }
    const vendor = (text: string) => figures(text).captured.parts.find(({ party }) => party === 'System vendor');
    expect(vendor('systemPrice=129551')?.perGpuHour).toBeCloseTo(1.187, 3);
    expect(figures('price=3').captured.parts.find(({ party }) => party === 'Neocloud')?.perGpuHour).toBeLessThan(0);
  });

  test('moves the memory makers and the vendor with the cost of a gigabyte', () => {
    const { captured, systemPricePerGpu } = figures('socamm=13');
    expect(systemPricePerGpu - figures('').systemPricePerGpu).toBeCloseTo(5760, 6);
    expect(captured.parts.find(({ party }) => party === 'Memory makers')?.perGpuHour).toBeGreaterThan(0);
  });
});

test('charts draw the floor that the figures say, for every system', () => {
  for (const { project, set } of scenarioSubjects) {
    const scenario = scenarioFrom({ system: project.system, set });
    const { floorPricePerGpuHour: floor, hurdleIrr } = scenarioFigures(scenario);
    expect(oneChartInput(scenario).floor).toBe(floor);
    const bold = isoIrrInput(scenario).lines.find(({ irr }) => irr === hurdleIrr);
    expect(bold?.points.length).toBe(2);
    expect(capturedInput(scenario).parts.length).toBe(4);
  }
});
