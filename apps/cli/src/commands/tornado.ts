/** `bandgap tornado`: how far each assumption moves the floor, the largest swing first. */
import { floorRanges } from '@bandgap/catalog';
import { tornado } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { columns, say, sayJson } from '../print.ts';
import { figureTable, rounded } from './explanation.ts';
import { answering, printing, readOptions, scenarioOptions, withScenarioOptions } from './model-options.ts';
import { type Scenario, scenarioOf } from './scenario.ts';

const options = z.object({ ...scenarioOptions, ...printing });

export function registerTornado(program: Command): void {
  withScenarioOptions(program.command('tornado').description('how far each assumption moves the floor')).action(
    answering((given: Record<string, unknown>) => {
      const { json, explain, ...rest } = readOptions(options, given);
      const scenario = scenarioOf(rest);
      const { hurdleIrr } = scenario;
      const { debtTermYears: _, ...project } = scenario.project;
      const { floorPricePerGpuHour: floor, rows } = tornado({ project, hurdleIrr, inputs: inputsOf(scenario) });
      const ranges = floorRanges.flatMap(({ low, high }) => [low, high]);
      if (json) return sayJson({ floorPricePerGpuHour: floor, rows, ranges, figures: scenario.figures });
      say(`${floor.toFixed(3)} USD/GPU-hr  ${scenario.label}, figures of ${scenario.asOf}`);
      say(
        columns([
          ['  INPUT', 'FROM', 'TO', 'FLOOR AT FROM', 'AT TO', 'SWING'],
          ...rows.map(({ param, low, high, floorAtLow, floorAtHigh, swing }) => [
            `  ${param}`,
            rounded(low),
            rounded(high),
            floorAtLow.toFixed(3),
            floorAtHigh.toFixed(3),
            swing.toFixed(3),
          ]),
        ]),
      );
      if (explain) say(`\n${figureTable([...scenario.figures, ...ranges])}`);
    }),
  );
}

/** Relative ranges around the value of the scenario. */
function inputsOf({ project }: Scenario) {
  const own: Readonly<Record<string, number>> = {
    capexPerGpu: project.capexPerGpu,
    opexPerGpuHour: project.opexPerGpuHour,
  };
  return floorRanges.map(({ param, relative, low, high }) => {
    const scale = relative ? (own[param] ?? 1) : 1;
    return { param, low: low.value * scale, high: high.value * scale };
  });
}
