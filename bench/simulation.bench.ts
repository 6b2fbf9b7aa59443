/** The floor simulation of VR NVL72 with 200,000 draws, percentiles and rank correlations included, against C. */
import { uncertainFloors } from '@bandgap/catalog';
import { citedSimulation, figureValues, simulateFloor } from '@bandgap/models';
import { expectAgreement } from './agreement.ts';
import { type Contender, contender, contest, PASSES, print } from './contest.ts';
import { compiled, outside } from './native.ts';

const DRAWS = 200_000;

/** The order in which the program in C prints the correlations. */
const printedOrder = [
  'capexPerWatt',
  'wattsPerGpu',
  'opexPerGpuHour',
  'utilization',
  'residualFraction',
  'prepayFraction',
  'startDelayPeriods',
  'hurdleIrr',
  'capexPerGpu',
];

export function simulationBench(folder: string): void {
  const [vrNvl72] = uncertainFloors;
  if (vrNvl72 === undefined) throw new Error('expected a floor with distributions in the catalog');
  const figures = { ...figureValues(vrNvl72.assumptions), marketPricePerGpuHour: 4.92, draws: DRAWS };
  const question = citedSimulation(figures);
  const contenders: Contender[] = [contender('bandgap', DRAWS, () => simulateFloor(question))];
  const c = compiled('simulation', folder);
  if (c === undefined) print('not compared with C: there is no gcc');
  else {
    const { floorPricePerGpuHour: floor, probabilityMarketBelowFloor = Number.NaN, inputs } = simulateFloor(question);
    const correlations = printedOrder.map(
      (param) => inputs.find((input) => input.param === param)?.rankCorrelation ?? Number.NaN,
    );
    const { mean, standardDeviation, p5, p50, p95 } = floor;
    const run = () => c.run(DRAWS, PASSES);
    const ours = [mean, standardDeviation, p5, p50, p95, probabilityMarketBelowFloor, ...correlations];
    expectAgreement('C', run().results, ours, 1e-9);
    contenders.push(outside('C, gcc -O3, same algorithm', DRAWS, run));
  }
  contest('Floor simulation, 200,000 draws', 'draw', contenders);
}
