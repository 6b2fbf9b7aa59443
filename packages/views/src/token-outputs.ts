/** Stored outputs of votes and blends, as pages show them. */
import { blendOf } from '@bandgap/catalog';
import type { Metric } from '@bandgap/core';
import type { Answer } from '@bandgap/db';
import type { ConfirmedPrice } from '@bandgap/models';
import { z } from 'zod';
import type { Meters, TokenBlend } from './token-views.ts';

export const tokenMeters = [
  'input',
  'output',
  'cache_read',
  'cache_write_5m',
  'cache_write_1h',
] as const satisfies readonly Metric[];

const Said = z.object({ price: z.number(), sources: z.array(z.string()) });
const Meter: z.ZodType<ConfirmedPrice> = z.discriminatedUnion('status', [
  z.object({ status: z.literal('confirmed'), price: z.number(), agree: z.array(z.string()), disagree: z.array(Said) }),
  z.object({ status: z.literal('pending'), candidates: z.array(Said) }),
]);
const status = z.enum(['confirmed', 'pending']);

export const VoteOutput: z.ZodType<{
  readonly status: ConfirmedPrice['status'];
  readonly meters: Meters<ConfirmedPrice>;
}> = z.object({ status, meters: z.partialRecord(z.enum(tokenMeters), Meter) });

const TokenBlendOutput = z.object({ blendedPerMTok: z.number(), status: status.default('pending') });

/** Undefined where the scenario is no longer in the catalog. */
export function tokenBlend({ subject, asOf, receipt, output }: Answer): (TokenBlend & { model: string }) | undefined {
  const blend = blendOf(subject);
  if (blend === undefined) return undefined;
  const { id, label } = blend.scenario;
  return { model: blend.model, scenario: id, label, ...TokenBlendOutput.parse(output), asOf, receipt };
}
