/** The floor under uncertain inputs: how it is spread, how likely the market is under it, and what it hangs on. */
import { columnElement, wordElement } from '../element.ts';
import { floorPrice } from '../floor/floor.ts';
import type { Project } from '../project.ts';
import { draw } from './distribution.ts';
import { type FloorColumns, isLevel, levelFloors } from './level-floors.ts';
import { randomFrom } from './random.ts';
import { rankCorrelation, ranks } from './rank-correlation.ts';
import type { DrawnParam, SimulationQuestion } from './simulation-question.ts';
import { type SortRoom, sortedOrder, sortRoom } from './sorted-order.ts';

export interface Spread {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export interface RankedInput {
  readonly param: DrawnParam;
  /** Spearman's, with the floor; null for an input that does not vary. */
  readonly rankCorrelation: number | null;
}

export interface FloorSimulation {
  readonly draws: number;
  readonly seed: number;
  readonly floorPricePerGpuHour: Spread;
  /** Share of the draws whose floor is above the market price asked about. */
  readonly probabilityMarketBelowFloor?: number;
  /** The strongest first. Capex drawn as a product stands beside its factors. */
  readonly inputs: readonly RankedInput[];
}

type Drawn = ReadonlyMap<DrawnParam, Float64Array>;

/** Same question, same answer: the seed decides every draw. */
export function simulateFloor(question: SimulationQuestion): FloorSimulation {
  const { draws, seed, marketPricePerGpuHour: market } = question;
  const drawn = drawAll(question);
  const floors = floorsOf(question, drawn);
  const room = sortRoom(draws);
  const order = sortedOrder(floors, room);
  return {
    draws,
    seed,
    floorPricePerGpuHour: spreadOf(floors, order),
    ...(market !== undefined && { probabilityMarketBelowFloor: shareAbove(floors, market) }),
    inputs: rankedInputs(drawn, ranks(floors, order, new Float64Array(draws)), room),
  };
}

function drawAll({ inputs, draws, seed }: SimulationQuestion): Drawn {
  const state = randomFrom(seed);
  const drawn = new Map<DrawnParam, Float64Array>();
  for (const { param, distribution } of inputs) drawn.set(param, draw(distribution, draws, state));
  const [perWatt, watts] = [drawn.get('capexPerWatt'), drawn.get('wattsPerGpu')];
  if (perWatt !== undefined && watts !== undefined)
    drawn.set(
      'capexPerGpu',
      perWatt.map((price, index) => price * columnElement(watts, index)),
    );
  return drawn;
}

function floorsOf({ project, hurdleIrr, draws }: SimulationQuestion, drawn: Drawn): Float64Array {
  const column = (param: DrawnParam, fixed: number) => drawn.get(param) ?? new Float64Array(draws).fill(fixed);
  const columns: FloorColumns = {
    capexPerGpu: column('capexPerGpu', project.capexPerGpu),
    opexPerGpuHour: column('opexPerGpuHour', project.opexPerGpuHour),
    utilization: column('utilization', project.utilization),
    residualFraction: column('residualFraction', project.residualFraction),
    prepayFraction: column('prepayFraction', project.prepayFraction),
    startDelayPeriods: column('startDelayPeriods', project.startDelayPeriods),
    hurdleIrr: column('hurdleIrr', hurdleIrr),
  };
  return isLevel(project) ? levelFloors(project, columns) : floorsOneByOne(project, columns);
}

/** Any other contract: each floor from its own cash flows. */
const floorsOneByOne = (project: Project, columns: FloorColumns): Float64Array =>
  columns.hurdleIrr.map((hurdleIrr, index) =>
    floorPrice(
      {
        ...project,
        capexPerGpu: columnElement(columns.capexPerGpu, index),
        opexPerGpuHour: columnElement(columns.opexPerGpuHour, index),
        utilization: columnElement(columns.utilization, index),
        residualFraction: columnElement(columns.residualFraction, index),
        prepayFraction: columnElement(columns.prepayFraction, index),
        startDelayPeriods: columnElement(columns.startDelayPeriods, index),
      },
      hurdleIrr,
    ),
  );

function spreadOf(floors: Float64Array, order: Uint32Array): Spread {
  let sum = 0;
  for (let index = 0; index < floors.length; index++) sum += columnElement(floors, index);
  const mean = sum / floors.length;
  let squares = 0;
  for (let index = 0; index < floors.length; index++) squares += (columnElement(floors, index) - mean) ** 2;
  const quantile = (share: number) => quantileOf(floors, order, share);
  return {
    mean,
    standardDeviation: Math.sqrt(squares / floors.length),
    p5: quantile(0.05),
    p50: quantile(0.5),
    p95: quantile(0.95),
  };
}

/** Between two draws, a straight line. */
function quantileOf(values: Float64Array, order: Uint32Array, share: number): number {
  const place = share * (values.length - 1);
  const below = Math.floor(place);
  const low = columnElement(values, wordElement(order, below));
  const high = columnElement(values, wordElement(order, Math.min(below + 1, values.length - 1)));
  return low + (place - below) * (high - low);
}

function shareAbove(floors: Float64Array, market: number): number {
  let above = 0;
  for (let index = 0; index < floors.length; index++) if (market < columnElement(floors, index)) above++;
  return above / floors.length;
}

function rankedInputs(drawn: Drawn, floorRanks: Float64Array, room: SortRoom): readonly RankedInput[] {
  const own = new Float64Array(floorRanks.length);
  return [...drawn]
    .map(([param, column]) => ({
      param,
      rankCorrelation: rankCorrelation(ranks(column, sortedOrder(column, room), own), floorRanks),
    }))
    .sort((a, b) => Math.abs(b.rankCorrelation ?? 0) - Math.abs(a.rankCorrelation ?? 0));
}
