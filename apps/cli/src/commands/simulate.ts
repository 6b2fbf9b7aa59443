/** `bandgap simulate`: how the floor is spread when its inputs are uncertain, and what it hangs on. */
import { uncertainFloors } from '@bandgap/catalog';
import { UsageError } from '@bandgap/core';
import {
  citedSimulation,
  type DrawnInput,
  type FloorSimulation,
  figureValues,
  knownSystem,
  type SimulationQuestion,
  simulateFloor,
} from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { columns, say, sayJson } from '../print.ts';
import { figureTable } from './explanation.ts';
import {
  answering,
  count,
  printing,
  readOptions,
  scenarioOptions,
  seed,
  withScenarioOptions,
} from './model-options.ts';
import { type ScenarioGiven, scenarioOf } from './scenario.ts';

const options = z.object({
  ...scenarioOptions,
  ...printing,
  draws: count(1_000_000).optional(),
  seed: seed.optional(),
});

export function registerSimulate(program: Command): void {
  const command = program
    .command('simulate')
    .description('how the floor is spread when its inputs are uncertain')
    .option('--draws <number>', 'how many floors to draw')
    .option('--seed <number>', 'the same seed gives the same floors');
  withScenarioOptions(command).action(
    answering((given: Record<string, unknown>) => {
      const { json, explain, draws, seed: from, ...rest } = readOptions(options, given);
      const uncertain = uncertainFloorOf(rest);
      const cited = citedSimulation(figureValues(uncertain.assumptions));
      const simulation = simulateFloor({
        ...withGiven(cited, rest),
        draws: draws ?? cited.draws,
        seed: from ?? cited.seed,
        marketPricePerGpuHour: rest.price,
      });
      if (json)
        return sayJson({ id: uncertain.id, asOf: uncertain.asOf, ...simulation, figures: uncertain.assumptions });
      print(simulation, `${knownSystem(rest.system).name}, distributions of ${uncertain.asOf}`, rest.price);
      if (explain) say(`\n${figureTable(uncertain.assumptions)}`);
    }),
  );
}

/** Throws a UsageError for a system or a date without distributions. */
function uncertainFloorOf({ system, set }: ScenarioGiven) {
  const { name } = knownSystem(system);
  const found = uncertainFloors.find((floor) => floor.system === system && floor.asOf === set);
  if (found !== undefined) return found;
  const known = uncertainFloors.map((floor) => `${floor.system} as of ${floor.asOf}`).join(', ');
  throw new UsageError(`no distributions for ${name} as of ${set}; there are some for ${known}`);
}

/** What is given is not drawn; another price of the system moves the whole distribution of capex. */
function withGiven(question: SimulationQuestion, given: ScenarioGiven): SimulationQuestion {
  const { system, set, irr, prepay } = given;
  const dearer = scenarioOf(given).project.capexPerGpu / scenarioOf({ system, set }).project.capexPerGpu;
  const fixed: Readonly<Partial<Record<DrawnInput['param'], number | undefined>>> = {
    hurdleIrr: irr,
    prepayFraction: prepay,
  };
  const inputs = question.inputs.map(({ param, distribution }): DrawnInput => {
    const value = fixed[param];
    if (value !== undefined) return { param, distribution: { kind: 'uniform', low: value, high: value } };
    if (param !== 'capexPerWatt' || distribution.kind !== 'lognormal') return { param, distribution };
    return { param, distribution: { ...distribution, median: distribution.median * dearer } };
  });
  return { ...question, inputs };
}

function print(simulation: FloorSimulation, label: string, price: number | undefined): void {
  const { draws, seed: from, floorPricePerGpuHour: floor, probabilityMarketBelowFloor, inputs } = simulation;
  say(
    `${floor.p50.toFixed(2)} USD/GPU-hr in the middle, ${floor.p5.toFixed(2)} to ${floor.p95.toFixed(2)} in nine cases of ten: ${label}`,
  );
  say(
    `mean ${floor.mean.toFixed(3)}, standard deviation ${floor.standardDeviation.toFixed(3)}; ${draws} draws from seed ${from}`,
  );
  if (probabilityMarketBelowFloor !== undefined && price !== undefined)
    say(`${(probabilityMarketBelowFloor * 100).toFixed(1)} % of the floors are above ${price.toFixed(2)}`);
  say(
    columns([
      ['  INPUT', 'RANK CORRELATION WITH THE FLOOR'],
      ...inputs.map(({ param, rankCorrelation }) => [`  ${param}`, rankCorrelation?.toFixed(2) ?? 'fixed']),
    ]),
  );
}
