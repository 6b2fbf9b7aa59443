/** Hyperbolic: machines for rent on demand, each with the price of all its GPUs in cents. */
import { gpuFromName } from '@bandgap/catalog';
import { type Row, shiftDecimal, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { onlyMembers } from '../../documents/only-members.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Option = z.object({
  enabled: z.boolean(),
  costPerHourCents: z.number().positive(),
  gpuCount: z.int().positive(),
  gpuType: z.string(),
  gpuFormFactor: z.string(),
  region: z.string(),
});
type Option = z.infer<typeof Option>;

/** What is stored of an option: not what Hyperbolic itself pays for it. */
const kept = [...Object.keys(Option.shape), 'machineType', 'connectionType', 'ethernetVariant', 'totalAvailable'];

export const hyperbolic: Source = {
  id: 'hyperbolic',
  name: 'Hyperbolic on demand',
  home: 'https://www.hyperbolic.ai',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '44 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public offers', attribution: 'Hyperbolic' },
  optIn: false,
  expect: { atLeast: 2, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://api.hyperbolic.ai/v2/alpha/on-demand/rental-options' }],
  redact: (bytes) => onlyMembers(bytes, undefined, kept),
  parse: (artifact) =>
    z
      .array(z.unknown())
      .min(1)
      .parse(jsonDocument(artifact))
      .map((option, index) => {
        const at = jsonPointer(index, 'costPerHourCents');
        const read = Option.safeParse(option);
        return read.success ? rowOf(read.data, at) : skip('not_a_price', z.prettifyError(read.error), at);
      }),
};

function rowOf({ enabled, costPerHourCents, gpuCount, gpuType, gpuFormFactor, region }: Option, at: string): Row {
  const name = `${gpuType} ${gpuFormFactor}`;
  if (!enabled) return skip('out_of_scope', `${gpuCount}x ${name} in ${region}: not for rent now`, at);
  return rentalRow({
    venue: 'hyperbolic',
    name,
    gpu: gpuFromName(name),
    gpus: gpuCount,
    usdPerHour: shiftDecimal(costPerHourCents, -2),
    terms: { surface: 'marketplace', tenor: 'on_demand', region },
    at,
  });
}
