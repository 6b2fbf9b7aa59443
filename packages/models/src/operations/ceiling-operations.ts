/** Operations on what a GPU-hour is worth: parity with a reference system, the trend of prices, what tokens bring in. */
import { z } from 'zod';
import { valueCeiling } from '../ceiling/ceiling.ts';
import { finite, grossMargin, nonNegative, positive, positiveShare, refusal } from '../fields.ts';
import { tokenCeiling } from '../token-ceiling/token-ceiling.ts';
import { trendCeiling } from '../trend-ceiling/trend-ceiling.ts';
import { operationDefaults } from './defaults.ts';
import { defineOperation } from './operation.ts';

const ceilingInput = z
  .strictObject({
    refPricePerPflopHour: positive.optional(),
    refPricePerGpuHour: positive.optional(),
    refPflops: positive.optional(),
    targetPflops: positive,
    conservativePricePerPflopHour: nonNegative.optional(),
    pricePerGpuHour: nonNegative.optional(),
  })
  .superRefine((reference, ctx) => {
    const missing = missingReference(reference);
    if (missing !== undefined) ctx.addIssue(refusal('missing_field', missing, 'the price of the reference'));
    if (reference.refPricePerPflopHour !== undefined && isByGpu(reference))
      ctx.addIssue(refusal('conflicting_fields', 'refPricePerPflopHour', 'it or refPricePerGpuHour with refPflops'));
  })
  .transform(({ refPricePerPflopHour, refPricePerGpuHour = 0, refPflops = 1, ...target }) => ({
    ...target,
    refPricePerPflopHour: refPricePerPflopHour ?? refPricePerGpuHour / refPflops,
  }));

export const ceiling = defineOperation({
  name: 'ceiling',
  summary: 'The price of a GPU-hour at parity with a reference price per PFLOP-hour.',
  input: ceilingInput,
  answer: valueCeiling,
});

export const ceilingTrend = defineOperation({
  name: 'ceiling.trend',
  summary: 'The price of a PFLOP-hour on the log-linear trend of past prices.',
  input: z.strictObject({
    observations: z.array(z.strictObject({ t: finite, pricePerPflopHour: positive })),
    targetT: finite,
    targetPflops: positive.optional(),
  }),
  answer: trendCeiling,
});

export const ceilingToken = defineOperation({
  name: 'ceiling.token',
  summary: 'The highest rent at which a seller of tokens earns a gross margin, and whether it or parity binds.',
  input: z.strictObject({
    pricePerMTok: nonNegative,
    tokensPerSecPerGpu: positive,
    utilization: positiveShare.default(operationDefaults.tokenCeiling.utilization),
    targetMargin: grossMargin.default(operationDefaults.tokenCeiling.targetMargin),
    parityPricePerGpuHour: nonNegative.optional(),
  }),
  answer: tokenCeiling,
});

type Reference = Readonly<
  Partial<Record<'refPricePerPflopHour' | 'refPricePerGpuHour' | 'refPflops', number | undefined>>
>;

const isByGpu = ({ refPricePerGpuHour, refPflops }: Reference): boolean =>
  refPricePerGpuHour !== undefined || refPflops !== undefined;

function missingReference(reference: Reference): string | undefined {
  if (reference.refPricePerPflopHour !== undefined) return undefined;
  if (!isByGpu(reference)) return 'refPricePerPflopHour';
  if (reference.refPricePerGpuHour === undefined) return 'refPricePerGpuHour';
  return reference.refPflops === undefined ? 'refPflops' : undefined;
}
