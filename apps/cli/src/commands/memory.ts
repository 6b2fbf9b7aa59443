/** `bandgap memory`: how far the cost of SOCAMM memory moves the price of a system and the floor. */
import { memoryPart, memoryProxy, memoryReference } from '@bandgap/catalog';
import { floorPrice, memoryLever, usdPerGb } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { columns, say, sayJson } from '../print.ts';
import { figureTable } from './explanation.ts';
import { answering, printing, readOptions, scenarioOptions, withScenarioOptions } from './model-options.ts';
import { memoryFigures, scenarioOf, systemPricesOf } from './scenario.ts';

const options = z.object({ ...scenarioOptions, ...printing });

/** What has been printed about the cost of a gigabyte, past and to come. */
const printedCosts = memoryReference.filter(({ part }) => part === 'socamm-nvidia').map(({ value }) => value);

/** What a gigabyte of LPDDR5X last cost in public. It stands in for what a vendor pays, and is not it. */
function proxyCost() {
  const newest = memoryReference.findLast(({ part }) => part === memoryProxy.part);
  const capacityGb = memoryPart(memoryProxy.part)?.capacityGb;
  if (newest === undefined || capacityGb === undefined) return undefined;
  return { costPerGb: usdPerGb(newest.value, capacityGb), name: memoryPart(memoryProxy.part)?.name, asOf: newest.asOf };
}

export function registerMemory(program: Command): void {
  const command = program.command('memory').description('how far the cost of SOCAMM memory moves the floor');
  withScenarioOptions(command).action(
    answering((given: Record<string, unknown>) => {
      const { json, explain, socamm, ...rest } = readOptions(options, given);
      const { system, asOf, project, hurdleIrr } = scenarioOf(rest);
      const { figures, costPerGb, grossMargin, gbPerGpu } = memoryFigures(system, asOf);
      const { ancillary, asked: askedSystemPrice } = systemPricesOf(scenarioOf(rest), rest);
      const lever = (cost: number, otherSystemPricePerGpu: number) =>
        memoryLever({ costPerGb: cost, grossMargin, gbPerGpu, otherSystemPricePerGpu });
      const other = askedSystemPrice - lever(costPerGb, 0).memoryPricePerGpu;
      const rowAt = (cost: number) => {
        const memory = lever(cost, other);
        const capexPerGpu = memory.systemPricePerGpu + ancillary;
        return { costPerGb: cost, ...memory, floorPricePerGpuHour: floorPrice({ ...project, capexPerGpu }, hurdleIrr) };
      };
      const proxy = proxyCost();
      const asked = [socamm, proxy?.costPerGb].flatMap((cost) => cost ?? []);
      const costs = [...new Set([...printedCosts, costPerGb, ...asked])];
      const rows = costs.sort((a, b) => a - b).map(rowAt);
      const slope = rowAt(costPerGb + 1).floorPricePerGpuHour - rowAt(costPerGb).floorPricePerGpuHour;
      if (json)
        return sayJson({
          system: system.id,
          asOf,
          gbPerGpu,
          grossMargin,
          floorPerDollarPerGb: slope,
          proxy,
          rows,
          figures,
        });
      say(
        `${system.name}, ${gbPerGpu} GB of SOCAMM per GPU at a vendor margin of ${(grossMargin * 100).toFixed(0)} %, figures of ${asOf}`,
      );
      say(
        columns([
          ['  USD/GB', 'to customer', 'USD per GPU', 'of system', 'floor', ''],
          ...rows.map((row) => [
            `  ${row.costPerGb.toFixed(2)}`,
            row.pricePerGb.toFixed(2),
            row.memoryPricePerGpu.toFixed(0),
            `${((row.memoryShareOfSystem ?? 0) * 100).toFixed(1)} %`,
            row.floorPricePerGpuHour.toFixed(3),
            row.costPerGb === proxy?.costPerGb ? `${proxy.name} of ${proxy.asOf}, a proxy` : '',
          ]),
        ]),
      );
      say(`each dollar per GB adds ${slope.toFixed(4)} USD/GPU-hr to the floor`);
      if (explain) say(`\n${figureTable(figures)}`);
    }),
  );
}
