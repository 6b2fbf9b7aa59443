/** `bandgap blended`: what a workload pays per million tokens, cached ones counted. */
import { blendScenarios, opusListPrice } from '@bandgap/catalog';
import { blendedPrice } from '@bandgap/models';
import type { Command } from 'commander';
import { z } from 'zod';
import { say, sayJson } from '../print.ts';
import { figureTable } from './explanation.ts';
import { dollars, positive, printing, readOptions, share, withPrintingOptions } from './model-options.ts';
import { type Figure, fromCommandLine } from './scenario.ts';

const options = z.object({
  ...printing,
  input: dollars.optional(),
  output: dollars.optional(),
  cacheRead: dollars.optional(),
  ratio: positive.optional(),
  hitRate: share(1).optional(),
});

export function registerBlended(program: Command): void {
  const command = program
    .command('blended')
    .description(
      'what a workload pays per million tokens; Claude Opus 4.7 at 300 in per token out unless told otherwise',
    )
    .option('--input <usd>', 'list price of a million input tokens')
    .option('--output <usd>', 'list price of a million output tokens')
    .option('--cache-read <usd>', 'list price of a million tokens read from cache')
    .option('--ratio <number>', 'input tokens per output token')
    .option('--hit-rate <share>', 'share of the input tokens that are cached, such as 91%');
  withPrintingOptions(command).action((given: Record<string, unknown>) => {
    const { json, explain, input, output, cacheRead, ratio, hitRate } = readOptions(options, given);
    const chosen: Readonly<Record<string, number | undefined>> = {
      inputPrice: input,
      outputPrice: output,
      cacheReadPrice: cacheRead ?? input,
      inputOutputRatio: ratio,
      cacheHitRate: hitRate,
    };
    const cited = [...opusListPrice, ...(blendScenarios[0]?.assumptions ?? [])];
    const figures = cited.map((figure): Figure => {
      const value = chosen[figure.role];
      return value === undefined ? figure : fromCommandLine({ ...figure, value });
    });
    const {
      inputPrice = 0,
      outputPrice = 0,
      cacheReadPrice,
      inputOutputRatio = 0,
      cacheWriteShare = 0,
      cacheHitRate = 0,
    } = Object.fromEntries(figures.map(({ role, value }) => [role, value]));
    const prices = { inputPrice, outputPrice, cacheReadPrice, inputOutputRatio, cacheWriteShare };
    const blend = blendedPrice(prices, cacheHitRate);
    if (json) return sayJson({ ...blend, figures });
    const { blendedPerMTok, cacheReadPart, cacheMissPart, outputPart } = blend;
    say(
      `${blendedPerMTok.toFixed(3)} USD/MTok  at ${inputOutputRatio} tokens in per token out, ${(cacheHitRate * 100).toFixed(2)} % of them cached`,
    );
    say(
      `  cached input ${cacheReadPart.toFixed(3)}, fresh input ${cacheMissPart.toFixed(3)}, output ${outputPart.toFixed(3)}`,
    );
    if (explain) say(`\n${figureTable(figures)}`);
  });
}
