/** `bandgap floor`: the price below which nobody would build, and the one below which hardware is switched off. */
import { floorSet, floorSets, systemPriceOf } from '@bandgap/catalog';
import { cashFloor, cashFlows } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { say, sayJson } from '../print.ts';
import { explanation } from './explanation.ts';
import { answering, printing, readOptions, scenarioOptions, withScenarioOptions } from './model-options.ts';
import { type Scenario, type ScenarioGiven, scenarioOf } from './scenario.ts';

const options = z.object({ ...scenarioOptions, ...printing, system: z.string().optional() });

export function registerFloor(program: Command): void {
  withScenarioOptions(program.command('floor').description('the rental price below which nobody would build')).action(
    answering((given: Record<string, unknown>) => {
      const { json, explain, system, ...rest } = readOptions(options, given);
      const floors = systemsOf(system, rest).map((each) => floorOf(scenarioOf({ ...rest, system: each }), rest.price));
      if (json) return sayJson(floors.map(({ scenario, ...floor }) => floor));
      for (const floor of floors) print(floor, explain ?? false);
      for (const { gap } of floorSet(rest.set)?.gaps.filter((each) => each.system === system) ?? [])
        say(`  note: ${gap}`);
      const later = floorSets.filter(({ asOf }) => asOf > rest.set).map(({ asOf }) => `--set ${asOf}`);
      if (later.length > 0) say(`newer figures: ${later.join(', ')}`);
    }),
  );
}

/** All of the set unless one is named; with a change to the system price, those whose price is known. */
function systemsOf(system: string | undefined, given: Omit<ScenarioGiven, 'system'>): readonly string[] {
  if (system !== undefined) return [system];
  const all = floorSet(given.set)?.projects.map((project) => project.system) ?? ['vr-nvl72'];
  const priced = given.systemPrice !== undefined || given.socamm !== undefined;
  return priced ? all.filter((each) => systemPriceOf(each, given.set) !== undefined) : all;
}

function floorOf(scenario: Scenario, price: number | undefined) {
  const { project, hurdleIrr, pflops, opexParts } = scenario;
  const floors = cashFloor({ project, hurdleIrr, yearOfService: 1, marketPricePerGpuHour: price });
  const { floorPricePerGpuHour: floor } = floors;
  return {
    scenario,
    id: scenario.id,
    label: scenario.label,
    asOf: scenario.asOf,
    hurdleIrr,
    ...floors,
    floorPricePerPflopHour: pflops === undefined ? null : floor / pflops,
    capexPerGpu: project.capexPerGpu,
    opexPerGpuHour: project.opexPerGpuHour,
    opexParts,
    netCashflows: cashFlows(project, floor).net,
    figures: scenario.figures,
  };
}

const verdicts = {
  build: 'pays for new hardware',
  run: 'pays for running what stands, and for nothing new',
  switch_off: 'does not even pay for running what stands',
} as const;

function print(floor: ReturnType<typeof floorOf>, explain: boolean): void {
  const {
    floorPricePerGpuHour: price,
    cashFloorPricePerGpuHour: cash,
    scenario,
    verdict,
    floorPricePerPflopHour,
  } = floor;
  const perPflop = floorPricePerPflopHour === null ? '' : `, ${floorPricePerPflopHour.toFixed(2)} per FP8 PFLOP`;
  const at = `at ${(scenario.hurdleIrr * 100).toFixed(1)} % IRR, figures of ${scenario.asOf}`;
  say(`${price.toFixed(2).padStart(6)} USD/GPU-hr${perPflop}  ${scenario.label}, ${at}`);
  say(`${cash.toFixed(2).padStart(6)} USD/GPU-hr  cash floor: below it, hardware already paid for is switched off`);
  if (verdict !== undefined) say(`        the price asked about ${verdicts[verdict]}`);
  if (explain) say(explanation(scenario, price));
}
