/** `bandgap floor`: the lowest price at which a project earns its hurdle, for any of its figures. Starts no database. */
import { type FloorProject, floorProjects } from '@bandgap/catalog';
import { startOf, UsageError } from '@bandgap/core';
import { runModel } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { columns, say, sayJson } from '../print.ts';

interface FloorOptions {
  readonly system?: string;
  readonly irr?: number;
  readonly prepay?: number;
  readonly json?: true;
  readonly explain?: true;
}

const FloorOutput = z.looseObject({
  floorPricePerGpuHour: z.number(),
  capexPerGpu: z.number(),
  opexPerGpuHour: z.number(),
  netCashflows: z.array(z.number()),
});

export function registerFloor(program: Command): void {
  program
    .command('floor')
    .description('the rental price below which nobody would build')
    .option('--system <id>', 'only this system, such as vr-nvl72')
    .option('--irr <share>', 'hurdle rate, such as 20%', percentage)
    .option('--prepay <share>', 'share of the contract paid at signing, such as 15%', percentage)
    .option('--explain', 'print every figure with its source, and the cash flows')
    .option('--json', 'print JSON')
    .action((options: FloorOptions) => {
      const floors = projects(options.system).map((project) => compute(project, options));
      if (options.json) return sayJson(floors);
      for (const floor of floors) print(floor, options.explain ?? false);
    });
}

/** A share as people write it: `15.6%` or `0.156`. Throws a UsageError on anything else. */
export function percentage(text: string): number {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text) ?? [];
  const share = Number(digits) / (percent === '%' ? 100 : 1);
  if (digits === undefined || share > 1)
    throw new UsageError(`expected a share such as 15.6% or 0.156, was ${JSON.stringify(text)}`);
  return share;
}

function projects(system: string | undefined): readonly FloorProject[] {
  const found = floorProjects.filter((project) => system === undefined || project.system === system);
  if (found.length > 0) return found;
  const known = [...new Set(floorProjects.map((project) => project.system))].join(', ');
  throw new UsageError(`no figures for a floor of ${JSON.stringify(system)}; there are some for ${known}`);
}

function compute(project: FloorProject, { irr, prepay }: FloorOptions) {
  const chosen: Readonly<Record<string, number | undefined>> = { hurdleIrr: irr, prepayFraction: prepay };
  const figures = project.assumptions.map((figure) => {
    const value = chosen[figure.role];
    return value === undefined ? figure : { ...figure, value, source: 'given on the command line', basis: 'given' };
  });
  const at = startOf(project.asOf);
  const inputs = figures.map(({ id, role, value }) => ({ kind: 'assumption', id, role, value }) as const);
  const output = runModel('rental-floor', 1).compute({
    model: 'rental-floor',
    version: 1,
    subject: project.id,
    asOf: at,
    knownAt: at,
    inputs,
  });
  return { id: project.id, label: project.label, asOf: project.asOf, figures, ...FloorOutput.parse(output) };
}

function print(floor: ReturnType<typeof compute>, explain: boolean): void {
  const irr = floor.figures.find(({ role }) => role === 'hurdleIrr')?.value ?? 0;
  say(
    `${floor.floorPricePerGpuHour.toFixed(2).padStart(6)} USD/GPU-hr  ${floor.label}, at ${(irr * 100).toFixed(1)} % IRR, figures of ${floor.asOf}`,
  );
  if (!explain) return;
  say('');
  say(
    columns(
      floor.figures.map(({ role, value, unit, basis, source }) => [`  ${role}`, `${value} ${unit}`, basis, source]),
    ),
  );
  say(
    `\n  capex ${floor.capexPerGpu.toFixed(0)} USD per GPU, opex ${floor.opexPerGpuHour.toFixed(4)} USD per GPU-hour`,
  );
  say(
    `  net cash flow per GPU, at signing and then by period: ${floor.netCashflows.map((flow) => flow.toFixed(0)).join('  ')}\n`,
  );
}
