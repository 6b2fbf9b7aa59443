/** The one chart: the VR NVL72 lines, ceilings, and agreement with the models it is drawn from. */
import { describe, expect, test } from 'vitest';
import { floorPrice } from '../floor/floor.ts';
import { projectIrr } from '../irr/project-irr.ts';
import { parseInput } from '../parse-input.ts';
import { projectTermsSchema } from '../project.ts';
import { isoIrr } from './iso-irr.ts';
import { oneChart } from './one-chart.ts';

const terms = parseInput(projectTermsSchema, { opexPerGpuHour: 1.2775, prepayFraction: 0.15 });
const ancillaryCapexPerGpu = 23_880.34;
const baseSystemPricePerGpu = 92_536.33;
const chart = oneChart({
  project: terms,
  ancillaryCapexPerGpu,
  baseSystemPricePerGpu,
  hurdleIrr: 0.156,
  systemPrices: [baseSystemPricePerGpu, 1.4 * baseSystemPricePerGpu],
  rentalPrices: [4.92, 8],
  irrs: [0, 0.4],
  pflops: 17.5,
  ceilings: { parity: 12.25, conservative: 9.625 },
});

test('the line at the hurdle', () => {
  expect(chart.hurdle.alpha).toBeCloseTo(1.9521, 4);
  expect(chart.hurdle.beta * 1e6).toBeCloseTo(32.0722, 4);
  expect(chart.hurdle.floorPricePerGpuHour).toBeCloseTo(4.92, 4);
});

test('at the published ceilings a system could cost 321,083 and 239,237 USD per GPU', () => {
  const { parity, conservative } = chart.ceilings;
  expect(parity?.maxSystemPricePerGpu).toBeCloseTo(321_083, 0);
  expect(conservative?.maxSystemPricePerGpu).toBeCloseTo(239_237, 0);
  expect(parity?.pricePerPflopHour).toBeCloseTo(0.7, 12);
  expect(parity?.irrAtBaseSystemPrice).toBeCloseTo(2.22, 2);
});

test('8.00 on systems 40 % dearer earns 38.6 %, beside the 38 % published', () => {
  expect(chart.irrGrid[1]?.[1]).toMatchObject({ status: 'ok', irr: expect.closeTo(0.386, 3) });
});

describe('agrees with', () => {
  const priced = { ...terms, capexPerGpu: 1.4 * baseSystemPricePerGpu + ancillaryCapexPerGpu };
  test('the floor along a line of equal IRR', () => {
    expect(chart.isoIrr[1]?.prices[1]).toBeCloseTo(floorPrice(priced, 0.4), 9);
  });
  test('the IRR in every cell', () => {
    expect(chart.irrGrid[1]?.[0]?.irr).toBeCloseTo(projectIrr({ project: priced, pricePerGpuHour: 4.92 }).irr ?? 0, 10);
  });
});

test('carried losses, which bend the lines, are refused', () => {
  const bent = { ...terms, taxRate: 0.2, lossTreatment: 'carryforward' } as const;
  expect(() => isoIrr(bent, 0, 0.1)).toThrow(/expected refund/);
});
