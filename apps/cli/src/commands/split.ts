/** `bandgap split`: who captures the spread between the floor and the value ceiling at a rental price. */
import { valueSplit } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { columns, say, sayJson } from '../print.ts';
import { explanation } from './explanation.ts';
import { answering, dollars, printing, readOptions, scenarioOptions, withScenarioOptions } from './model-options.ts';
import { scenarioOf, systemPricesOf } from './scenario.ts';
import { ceilingsOf } from './value-ceilings.ts';

const options = z.object({ ...scenarioOptions, ...printing, price: dollars });

const parties = [
  ['endUser', 'end user'],
  ['neocloud', 'neocloud'],
  ['systemVendor', 'system vendor'],
  ['memoryVendor', 'memory makers'],
  ['foundry', 'foundry'],
] as const;

export function registerSplit(program: Command): void {
  const command = program
    .command('split')
    .description('who captures the spread between the floor and the value ceiling');
  withScenarioOptions(command).action(
    answering((given: Record<string, unknown>) => {
      const { json, explain, price, ...rest } = readOptions(options, given);
      const scenario = scenarioOf(rest);
      const { base, asked, ancillary, memoryCostDelta } = systemPricesOf(scenario, rest);
      const { capexPerGpu: _, ...terms } = scenario.project;
      const { ceiling } = ceilingsOf(scenario.system);
      const split = valueSplit({
        project: terms,
        ancillaryCapexPerGpu: ancillary,
        baseSystemPricePerGpu: base,
        systemPricePerGpu: asked,
        memoryCostDeltaPerGpu: memoryCostDelta,
        foundryCostDeltaPerGpu: 0,
        rentalPricePerGpuHour: price,
        ceilingPricePerGpuHour: ceiling.parityPricePerGpuHour,
        hurdleIrr: scenario.hurdleIrr,
      });
      if (json)
        return sayJson({ pricePerGpuHour: price, systemPricePerGpu: asked, ...split, figures: scenario.figures });
      say(
        `${split.total.toFixed(2)} USD/GPU-hr between the floor of ${split.floorBase.toFixed(2)} and value parity at ${ceiling.parityPricePerGpuHour.toFixed(2)}`,
      );
      say(
        columns(
          parties.map(([party, name]) => {
            const part = split.share[party];
            const share = part === null ? '' : `${(part * 100).toFixed(0)} %`;
            return [`  ${name}`, split.perGpuHour[party].toFixed(2).padStart(6), share];
          }),
        ),
      );
      say('a negative part is a loss against the hurdle; no public figure says what the foundry gets');
      if (explain) say(explanation(scenario, price));
    }),
  );
}
