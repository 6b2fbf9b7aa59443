/** How a GPU serves tokens: the options of the commands that price them. */

import { UsageError } from '@bandgap/core';
import { operationDefaults } from '@bandgap/models';
import type { Command } from 'commander';
import type { z } from 'zod';
import { dollars, positive, share } from './model-options.ts';

export const servingOptions = {
  tokensPerSecond: positive.optional(),
  tokenPrice: dollars.optional(),
  utilization: share(1).optional(),
  margin: share(1).optional(),
};

export const withServingOptions = (command: Command): Command =>
  command
    .option('--tokens-per-second <number>', 'of one GPU, counting the tokens that are priced')
    .option('--token-price <usd>', 'what a million of these tokens sell for')
    .option('--utilization <share>', 'share of the hours spent at that throughput; 100% unless given')
    .option('--margin <share>', 'gross margin aimed at on tokens; 0% unless given');

type Given = { readonly [K in keyof typeof servingOptions]?: z.output<(typeof servingOptions)[K]> };

/** Throws a UsageError for a throughput or a workload of nothing, or a margin of everything. */
export function serving({ tokensPerSecond, tokenPrice, utilization, margin }: Given) {
  if (utilization === 0) throw new UsageError('--utilization: expected above 0%, was 0');
  if (margin === 1) throw new UsageError('--margin: expected below 100%, was 1');
  return {
    tokensPerSecond,
    tokenPrice,
    utilization: utilization ?? operationDefaults.tokenCeiling.utilization,
    margin: margin ?? operationDefaults.tokenCeiling.targetMargin,
  };
}
