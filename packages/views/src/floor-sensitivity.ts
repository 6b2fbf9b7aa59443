/** How the floor of a project reacts to its assumptions: one at a time, and drawn all together. */
import { type FloorProject, floorRanges, uncertainFloors } from '@bandgap/catalog';
import type { FanChart, TornadoChart } from '@bandgap/charts';
import {
  citedProject,
  citedSimulation,
  type DrawnInput,
  figureValues,
  floorPrice,
  simulateFloor,
  tornado,
} from '@bandgap/models';
import { numberText } from './scenario.ts';

const words: Readonly<Record<string, string>> = {
  capexPerGpu: 'All-in capex',
  termYears: 'Tenor',
  utilization: 'Utilisation',
  opexPerGpuHour: 'Operating cost',
  prepayFraction: 'Prepayment',
  hurdleIrr: 'Hurdle IRR',
  residualFraction: 'Resale value',
  taxRate: 'Tax rate',
  opexEscalation: 'Growth of operating cost',
};

export function tornadoInput(floorProject: FloorProject): TornadoChart {
  const { project, hurdleIrr } = citedProject(figureValues(floorProject.assumptions));
  const own: Readonly<Record<string, number>> = {
    capexPerGpu: project.capexPerGpu,
    opexPerGpuHour: project.opexPerGpuHour,
  };
  const { debtTermYears: _, ...asWritten } = project;
  const inputs = floorRanges.map(({ param, relative, low, high }) => {
    const scale = relative ? (own[param] ?? 1) : 1;
    return { param, low: low.value * scale, high: high.value * scale };
  });
  const { floorPricePerGpuHour: floor, rows } = tornado({ project: asWritten, hurdleIrr, inputs });
  return {
    title: `${floorProject.label.replace(/:.*/, '')}: what moves the floor`,
    floor,
    rows: rows.map(({ param, low, high, floorAtLow, floorAtHigh }) => ({
      label: words[param] ?? param,
      low: amount(param, low),
      high: amount(param, high),
      floorAtLow,
      floorAtHigh,
    })),
  };
}

function amount(param: string, value: number): string {
  if (param === 'capexPerGpu') return `$${numberText(Math.round(value))}`;
  if (param === 'opexPerGpuHour') return `$${value.toFixed(2)}`;
  if (param === 'termYears') return `${value} y`;
  return `${Number((value * 100).toFixed(1))} %`;
}

const fanRates = [0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.275, 0.3];
const drawsPerRate = 20_000;

const drawn = new WeakMap<FloorProject, FanChart>();

/** Undefined where nobody judged how uncertain the inputs are. The seed is cited, so it is drawn once. */
export function fanInput(floorProject: FloorProject): FanChart | undefined {
  const fan = drawn.get(floorProject) ?? drawFan(floorProject);
  if (fan !== undefined) drawn.set(floorProject, fan);
  return fan;
}

function drawFan(floorProject: FloorProject): FanChart | undefined {
  const uncertain = uncertainFloors.find(
    ({ system, asOf }) => system === floorProject.system && asOf === floorProject.asOf,
  );
  if (uncertain === undefined) return undefined;
  const question = citedSimulation(figureValues(uncertain.assumptions));
  const { project, hurdleIrr } = citedProject(figureValues(floorProject.assumptions));
  const points = fanRates.map((rate) => {
    const inputs = question.inputs.map(
      (input): DrawnInput =>
        input.param === 'hurdleIrr' ? { ...input, distribution: { kind: 'uniform', low: rate, high: rate } } : input,
    );
    const { p5, p50, p95 } = simulateFloor({ ...question, inputs, draws: drawsPerRate }).floorPricePerGpuHour;
    return { hurdleIrr: rate, p5, p50, p95 };
  });
  return {
    title: `${floorProject.label.replace(/:.*/, '')}: ${numberText(drawsPerRate)} draws at each rate`,
    points,
    published: { hurdleIrr, price: floorPrice(project, hurdleIrr) },
  };
}
