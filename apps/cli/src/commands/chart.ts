/** `bandgap chart one`: the One Chart as a picture, seen from the IRR and from the price of the system. */
import { writeFileSync } from 'node:fs';
import { rentalReference } from '@bandgap/catalog';
import {
  type EarningsCurve,
  oneChart as earningsChart,
  type IsoIrrLine,
  isoIrrChart,
  type PriceLevel,
} from '@bandgap/charts';
import { UsageError } from '@bandgap/core';
import { oneChart } from '@bandgap/models';
import { pngOf } from '@bandgap/png';
import type { Command } from 'commander';
import { z } from 'zod';
import { say, sayJson } from '../print.ts';
import { explanation } from './explanation.ts';
import { answering, printing, readOptions, scenarioOptions, withScenarioOptions } from './model-options.ts';
import { type Scenario, type ScenarioGiven, scenarioOf, systemPricesOf } from './scenario.ts';
import { stackedSvg } from './stacked-svg.ts';
import { ceilingsOf } from './value-ceilings.ts';

const pictureFile = z
  .string()
  .regex(/\.(svg|png)$/, 'a file name that ends in .svg or .png')
  .optional();
const options = z.object({ ...scenarioOptions, ...printing, out: pictureFile });

/** The vendor's price rise of the published second curve. */
const publishedRaise = 0.4;
const curveIrrs = Array.from({ length: 36 }, (_, step) => step / 50);
const lineIrrs = [0, 0.1, 0.2, 0.3, 0.4];

export function registerChart(program: Command): void {
  const command = program
    .command('chart')
    .description('draw a chart')
    .argument('<name>', 'one, the One Chart')
    .option('--out <file>', 'where to write the picture, such as one.svg or one.png');
  withScenarioOptions(command).action(
    answering((name: string, given: Record<string, unknown>) => {
      if (name !== 'one') throw new UsageError(`chart: expected one, was ${JSON.stringify(name)}`);
      const { json, explain, out, ...rest } = readOptions(options, given);
      if (out === undefined && !json)
        throw new UsageError('--out: expected a file name that ends in .svg or .png, was missing');
      const { systemPrice, socamm, ...base } = rest;
      const scenario = scenarioOf(base);
      const figures = chartFigures(scenario, rest);
      if (out !== undefined) {
        const svg = drawn(scenario, figures);
        writeFileSync(out, out.endsWith('.png') ? pngOf(svg) : svg);
        if (!json)
          say(`${out}: ${scenario.label}, figures of ${scenario.asOf}, floor ${figures.floor.toFixed(2)} USD/GPU-hr`);
      }
      if (json) sayJson({ ...figures, figures: scenario.figures });
      if (explain) say(explanation(scenario, figures.floor));
    }),
  );
}

interface ChartFigures {
  readonly floor: number;
  readonly baseSystemPrice: number;
  readonly curves: readonly EarningsCurve[];
  readonly lines: readonly IsoIrrLine[];
  readonly ceilings: readonly PriceLevel[];
  readonly market: readonly PriceLevel[];
}

function chartFigures(scenario: Scenario, given: ScenarioGiven): ChartFigures {
  const { base, asked, ancillary } = systemPricesOf(scenario, given);
  const raised = asked === base ? base * (1 + publishedRaise) : asked;
  const { ceiling, reference } = ceilingsOf(scenario.system);
  const named = {
    [`value parity with ${reference}`]: ceiling.parityPricePerGpuHour,
    'conservative ceiling': ceiling.conservativePricePerGpuHour,
  };
  const { capexPerGpu: _, ...project } = scenario.project;
  const chartAt = (systemPrices: readonly number[], irrs: readonly number[]) =>
    oneChart({
      project,
      ancillaryCapexPerGpu: ancillary,
      baseSystemPricePerGpu: base,
      hurdleIrr: scenario.hurdleIrr,
      systemPrices,
      rentalPrices: [],
      irrs,
      pflops: scenario.pflops,
      ceilings: named,
    });
  const curves = chartAt([base, raised], curveIrrs);
  const ends = [base / 2, base * 2];
  const lines = chartAt(
    ends,
    [...new Set([...lineIrrs, scenario.hurdleIrr])].sort((a, b) => a - b),
  );
  const curve = (index: number) => curves.isoIrr.map(({ irr, prices }) => ({ irr, price: prices[index] ?? 0 }));
  return {
    floor: curves.hurdle.floorPricePerGpuHour,
    baseSystemPrice: base,
    curves: [
      { label: `${thousands(base)} per GPU`, points: curve(0) },
      { label: `${signed(raised / base - 1)}, ${thousands(raised)}`, points: curve(1) },
    ],
    lines: lines.isoIrr.map(({ irr, prices }) => ({
      irr,
      points: ends.map((systemPrice, index) => ({ systemPrice, price: prices[index] ?? 0 })),
    })),
    ceilings: Object.entries(curves.ceilings).map(([label, { pricePerGpuHour: price, systemPriceHeadroom }]) => ({
      label: `${label}, ${signed(systemPriceHeadroom ?? 0)} of room for the system price,`,
      price,
    })),
    market: marketOf(scenario, given.price),
  };
}

/** The price asked about, and prices of signed contracts of the same length. */
function marketOf({ id, system }: Scenario, price: number | undefined): readonly PriceLevel[] {
  const signed = rentalReference.filter(({ gpu, tenor }) => gpu === system.gpu && id.endsWith(`/${tenor}`));
  return [
    ...(price === undefined ? [] : [{ label: 'asked about', price }]),
    ...signed.map(({ surface, asOf, value }) => ({ label: `${surface} ${asOf}`, price: value })),
  ];
}

function drawn(scenario: Scenario, { floor, baseSystemPrice, curves, lines, ceilings, market }: ChartFigures): string {
  const { hurdleIrr, pflops, label: systemName } = scenario;
  const shared = { systemName, hurdleIrr, ceilings, floor, ...(pflops === undefined ? {} : { pflops }) };
  return stackedSvg([earningsChart({ ...shared, curves, market }), isoIrrChart({ ...shared, lines, baseSystemPrice })]);
}

const thousands = (usd: number): string => `$${(usd / 1000).toFixed(1)}k`;
const signed = (change: number): string => `${change < 0 ? '−' : '+'}${Math.abs(change * 100).toFixed(0)} %`;
