/** The blended price of a language model from its confirmed list prices and an assumed workload. */
import type { RunQuestion } from '@bandgap/core';
import { z } from 'zod';
import { nonNegative, refusal, share } from '../fields.ts';
import { ModelError } from '../model-error.ts';
import { parseInput } from '../parse-input.ts';
import type { RunModel } from '../run-model.ts';
import { runValues } from '../run-values.ts';
import { type BlendedPrice, blendedPrice } from './blended-price.ts';

/** The workload the prices were weighted by, so that the figure can be quoted with it. */
export interface BlendScenario {
  readonly inputOutputRatio: number;
  readonly cacheHitRate: number;
  readonly cacheWriteShare: number;
  readonly cacheWrite1hShare?: number | undefined;
}

export interface BlendedRun extends BlendedPrice {
  readonly scenario: BlendScenario;
  /** Pending where a price that counts is what one source says and nobody confirms; absent where no vote was asked. */
  readonly status?: 'confirmed' | 'pending';
}

/** Meters in USD per million tokens, named as in their series. */
const roles = z
  .strictObject({
    input: nonNegative,
    output: nonNegative,
    cache_read: nonNegative.optional(),
    cache_write_5m: nonNegative.optional(),
    cache_write_1h: nonNegative.optional(),
    inputOutputRatio: nonNegative,
    cacheHitRate: share,
    cacheWriteShare: share,
    cacheWrite1hShare: share.optional(),
  })
  .superRefine(({ cacheWriteShare, cacheWrite1hShare = 0 }, ctx) => {
    if (cacheWriteShare + cacheWrite1hShare > 1)
      ctx.addIssue(refusal('out_of_range', 'cacheWrite1hShare', `at most ${1 - cacheWriteShare}`));
  });

const Vote = z.object({
  meters: z.record(z.string(), z.object({ status: z.enum(['confirmed', 'pending']), price: z.number().optional() })),
});

/** A run with the role `confirmed` gives what the vote confirmed; an observed meter stands in for one that it did not. */
export const blendedPriceRun: RunModel = {
  id: 'blended-price',
  version: 1,
  compute: (question): BlendedRun => {
    const quoted = question.inputs.filter((input) => input.kind !== 'run');
    const confirmed = confirmedMeters(question);
    const values = runValues({ ...question, inputs: quoted });
    const given = Object.keys(values).find((role) => confirmed?.[role] !== undefined);
    if (given !== undefined)
      throw new ModelError('conflicting_fields', `${given}: expected no quote beside a confirmed price`, values);

    const { input, output, cache_read, cache_write_5m, cache_write_1h, ...scenario } = parseInput(roles, {
      ...confirmed,
      ...values,
    });
    const prices = {
      inputPrice: input,
      outputPrice: output,
      cacheReadPrice: cache_read,
      cacheWritePrice: cache_write_5m,
      cacheWrite1hPrice: cache_write_1h,
      ...scenario,
    };
    const blend = { ...blendedPrice(prices, scenario.cacheHitRate), scenario };
    if (confirmed === undefined) return blend;
    return { ...blend, status: quoted.some(({ kind }) => kind === 'observation') ? 'pending' : 'confirmed' };
  },
};

/** Undefined where no vote was asked. */
function confirmedMeters({ inputs }: RunQuestion): Readonly<Record<string, number>> | undefined {
  const votes = inputs.filter((input) => input.kind === 'run');
  const [vote] = votes;
  if (vote === undefined) return undefined;
  if (vote.role !== 'confirmed' || votes.length > 1)
    throw new ModelError('unknown_field', `${vote.role}: expected one run with the role confirmed`, inputs);
  const { meters } = parseInput(Vote, vote.output);
  return Object.fromEntries(
    Object.entries(meters).flatMap(([metric, { price }]) => (price === undefined ? [] : [[metric, price]])),
  );
}
