/** `bandgap irr`: what a project earns at a rental price. */
import { type Irr, projectIrr } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { say, sayJson } from '../print.ts';
import { explanation } from './explanation.ts';
import { answering, dollars, printing, readOptions, scenarioOptions, withScenarioOptions } from './model-options.ts';
import { scenarioOf } from './scenario.ts';

const options = z.object({ ...scenarioOptions, ...printing, price: dollars });

export function registerIrr(program: Command): void {
  withScenarioOptions(program.command('irr').description('what a project earns at a rental price')).action(
    answering((given: Record<string, unknown>) => {
      const { json, explain, price, ...rest } = readOptions(options, given);
      const scenario = scenarioOf(rest);
      const { project, hurdleIrr, figures } = scenario;
      const earned = projectIrr({ project, pricePerGpuHour: price });
      const unprepaid = projectIrr({ project: { ...project, prepayFraction: 0 }, pricePerGpuHour: price });
      if (json)
        return sayJson({
          pricePerGpuHour: price,
          ...earned,
          irrWithoutPrepayment: unprepaid.irr,
          hurdleIrr,
          figures,
        });
      say(`${answer(earned)}: ${scenario.label} at ${price.toFixed(2)} USD/GPU-hr, figures of ${scenario.asOf}`);
      if (unprepaid.irr !== null)
        say(`${percent(unprepaid.irr)} without prepayment; the hurdle is ${percent(hurdleIrr)}`);
      if (explain) say(explanation(scenario, price));
    }),
  );
}

function answer({ irr, status }: Irr): string {
  switch (status) {
    case 'ok':
      return `${percent(irr ?? 0)} a year`;
    case 'multiple':
      return `${percent(irr ?? 0)} a year, the largest of several rates`;
    case 'no_investment':
      return 'no rate, because the prepayment covers the capex and nothing is invested';
    case 'no_return':
      return 'no rate, because nothing ever comes back';
    case 'no_root':
      return 'no rate balances the cash flows';
  }
}

const percent = (rate: number): string => `${(rate * 100).toFixed(1)} %`;
