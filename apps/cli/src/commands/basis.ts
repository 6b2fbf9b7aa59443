/** `bandgap basis`: what a GPU-hour costs on each of its terms, which terms nobody quotes, and how far the markets are apart. */
import { writeFileSync } from 'node:fs';
import { basisChart, termStructureChart } from '@bandgap/charts';
import { UsageError } from '@bandgap/core';
import { inWords, tenorInWords } from '@bandgap/models';
import { pngOf } from '@bandgap/png';
import { basisInput, readTermStructure, type TermStructure, termStructureInput } from '@bandgap/views';
import type { Command } from 'commander';
import { openDatabase } from '../open-system.ts';
import { columns, say, sayJson } from '../print.ts';
import { runCommand } from '../run-command.ts';
import { stackedSvg } from './stacked-svg.ts';

export function registerBasis(program: Command): void {
  program
    .command('basis')
    .description('what a GPU-hour costs by how long the buyer is bound and by who sells it')
    .argument('<gpu>', 'a GPU of the catalog, such as h100, b200 or gb300')
    .option('--out <file>', 'draw both charts into a file that ends in .svg or .png')
    .option('--json', 'print JSON')
    .action((gpu: string, { out, json }: { out?: string; json?: true }) =>
      runCommand(async (opening) => {
        if (out !== undefined && !/\.(svg|png)$/.test(out))
          throw new UsageError(`--out: expected a file name that ends in .svg or .png, was ${JSON.stringify(out)}`);
        const { db } = await openDatabase(opening);
        const found = await readTermStructure(db.query, gpu.toLowerCase());
        if (found === undefined) throw new UsageError(`expected a GPU of the catalog, was ${JSON.stringify(gpu)}`);
        if (out !== undefined) {
          const svg = stackedSvg([termStructureChart(termStructureInput(found)), basisChart(basisInput(found))]);
          writeFileSync(out, out.endsWith('.png') ? pngOf(svg) : svg);
        }
        if (json) sayJson(found);
        else say(lines(found).join('\n'));
      }),
    );
}

const lines = ({ name, subjects, markets, missing, basis, publishable }: TermStructure): readonly string[] => [
  `${name} (listed as ${subjects.join(', ')}), USD per GPU-hour. Lists, asks and surveys are different things: nothing here is converted.`,
  '',
  columns([
    ['TENOR', 'MARKET', 'PRICE', 'FROM', 'LAST SEEN', 'TO ON DEMAND', 'SOURCES'],
    ...markets.map((market) => [
      tenorInWords(market),
      inWords(market),
      market.price.toFixed(2),
      `${market.owners} ${market.seller === 'published' ? 'publisher' : 'owner'}${market.owners === 1 ? '' : 's'}`,
      market.day,
      market.toOnDemand === undefined ? '' : `${market.toOnDemand.ratio.toFixed(3)} of ${market.seller} on demand`,
      market.sources.join(', '),
    ]),
  ]),
  '',
  ...(missing.length === 0 ? [] : [`nobody quotes: ${missing.map((tenor) => tenorInWords({ tenor })).join(', ')}`, '']),
  ...(basis.length === 0
    ? []
    : [
        columns([
          ['BASIS', 'DIFFERENCE', 'RATIO'],
          ...basis.map(({ label, difference, ratio }) => [
            label,
            `${difference < 0 ? '' : '+'}${difference.toFixed(2)}`,
            ratio.toFixed(3),
          ]),
        ]),
        '',
      ]),
  ...(publishable ? [] : ['some of these prices are for your own use and not for republication']),
];
