/** `bandgap cost`: what an hour of a GPU costs, part by part, and a million tokens made on it. */
import { floorPrice, tokenCost } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { columns, say, sayJson } from '../print.ts';
import { explanation } from './explanation.ts';
import { answering, printing, readOptions, scenarioOptions, withScenarioOptions } from './model-options.ts';
import { type Scenario, scenarioOf } from './scenario.ts';
import { serving, servingOptions, withServingOptions } from './serving-options.ts';

const options = z.object({ ...scenarioOptions, ...printing, ...servingOptions });

export function registerCost(program: Command): void {
  const command = program.command('cost').description('what an hour of a GPU costs, and a million tokens made on it');
  withServingOptions(withScenarioOptions(command)).action(
    answering((given: Record<string, unknown>) => {
      const { json, explain, price, ...rest } = readOptions(options, given);
      const scenario = scenarioOf(rest);
      const { project, hurdleIrr, opexParts, figures } = scenario;
      const floor = floorPrice(project, hurdleIrr);
      const pricePerGpuHour = price ?? floor;
      const { tokensPerSecond, tokenPrice, utilization, margin } = serving(rest);
      const tokens =
        tokensPerSecond === undefined
          ? undefined
          : tokenCost({
              pricePerGpuHour,
              tokensPerSecPerGpu: tokensPerSecond,
              utilization,
              pricePerMTok: tokenPrice,
              targetMargin: rest.margin === undefined ? undefined : margin,
            });
      const published = scenario.system.facts.filter(({ role }) => role.startsWith('tco'));
      if (json)
        return sayJson({
          ...partsOf(scenario),
          opexParts,
          floorPricePerGpuHour: floor,
          pricePerGpuHour,
          ...tokens,
          published,
          figures,
        });
      say(`${scenario.label}, figures of ${scenario.asOf}`);
      say(columns(costRows(scenario, floor)));
      for (const { role, value, source, note = '' } of published)
        say(`  published: ${value.toFixed(2)} USD/GPU-hr as ${role}, ${source}. ${note}`);
      if (tokens !== undefined) say(tokenLines(tokens, pricePerGpuHour));
      if (explain) say(explanation(scenario, floor));
    }),
  );
}

const partsOf = ({ project }: Scenario) => ({
  capexPerGpu: project.capexPerGpu,
  opexPerGpuHour: project.opexPerGpuHour,
});

function costRows(scenario: Scenario, floor: number): readonly (readonly string[])[] {
  const { capexPerGpu, opexPerGpuHour } = partsOf(scenario);
  const parts = Object.entries(scenario.opexParts ?? {}).filter(([, perHour]) => perHour !== 0);
  const perHour = (value: number) => [value.toFixed(4), 'USD/GPU-hr'];
  return [
    ['  capex', capexPerGpu.toFixed(0), 'USD per GPU'],
    ...parts.map(([part, value]) => [`  opex, ${part}`, ...perHour(value)]),
    ['  opex in all', ...perHour(opexPerGpuHour)],
    ['  capital and its hurdle', ...perHour(floor - opexPerGpuHour)],
    ['  floor', ...perHour(floor)],
  ];
}

function tokenLines(tokens: ReturnType<typeof tokenCost>, rent: number): string {
  const { costPerMTok, grossMargin, breakevenPricePerGpuHour, requiredPricePerMTok } = tokens;
  return [
    `${costPerMTok.toFixed(4)} USD per million tokens, rented at ${rent.toFixed(2)} USD/GPU-hr`,
    ...(grossMargin === undefined ? [] : [`  gross margin ${(grossMargin * 100).toFixed(1)} %`]),
    ...(breakevenPricePerGpuHour === undefined
      ? []
      : [`  breaks even at a rent of ${breakevenPricePerGpuHour.toFixed(2)} USD/GPU-hr`]),
    ...(requiredPricePerMTok === undefined
      ? []
      : [`  the margin aimed at needs ${requiredPricePerMTok.toFixed(4)} USD per million`]),
  ].join('\n');
}
