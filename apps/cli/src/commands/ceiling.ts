/** `bandgap ceiling`: what a GPU-hour can be worth, by compute and by the tokens it makes, and which of the two binds. */
import { knownSystem, tokenCeiling } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { say, sayJson } from '../print.ts';
import { figureTable } from './explanation.ts';
import { answering, printing, readOptions, scenarioOptions, withScenarioOptions } from './model-options.ts';
import { serving, servingOptions, withServingOptions } from './serving-options.ts';
import { ceilingsOf } from './value-ceilings.ts';

const options = z.object({ ...scenarioOptions, ...printing, ...servingOptions });

export function registerCeiling(program: Command): void {
  const command = program.command('ceiling').description('what a GPU-hour can be worth at most');
  withServingOptions(withScenarioOptions(command)).action(
    answering((given: Record<string, unknown>) => {
      const { json, explain, system: id, price, ...rest } = readOptions(options, given);
      const system = knownSystem(id);
      const { ceiling, figures, reference } = ceilingsOf(system, price);
      const { parityPricePerGpuHour: parity, conservativePricePerGpuHour: conservative } = ceiling;
      const { tokensPerSecond, tokenPrice: pricePerMTok, margin: targetMargin, utilization } = serving(rest);
      const tokens =
        tokensPerSecond === undefined || pricePerMTok === undefined
          ? undefined
          : tokenCeiling({
              pricePerMTok,
              tokensPerSecPerGpu: tokensPerSecond,
              utilization,
              targetMargin,
              parityPricePerGpuHour: parity,
            });
      if (json) return sayJson({ system: id, ...ceiling, ...tokens, figures });
      say(`${parity.toFixed(2).padStart(6)} USD/GPU-hr  ${system.name} at value parity with ${reference}`);
      say(
        `${conservative.toFixed(2).padStart(6)} USD/GPU-hr  conservative: a careful buyer wants compute cheaper than today`,
      );
      if (tokens !== undefined)
        say(
          `${tokens.tokenCeilingPricePerGpuHour.toFixed(2).padStart(6)} USD/GPU-hr  for a seller of tokens at ${(targetMargin * 100).toFixed(0)} % margin; ${tokens.binding === 'token' ? 'this one binds' : 'parity binds'}`,
        );
      if (ceiling.dropVsReference !== undefined)
        say(`        the price asked about is ${(ceiling.dropVsReference * 100).toFixed(0)} % under parity per PFLOP`);
      if (explain) say(`\n${figureTable(figures)}`);
    }),
  );
}
