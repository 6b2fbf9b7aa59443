/** Voltage Park: virtual machines for instant use. Storage has a price of its own and is left out. */
import { gpuFromName } from '@bandgap/catalog';
import { type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { numberIn, rentalRow } from '../../rows/rental-row.ts';

const Preset = z.object({
  resources: z.object({ gpus: z.record(z.string(), z.object({ count: z.int().positive() })) }),
  compute_rate_hourly: z.string(),
});
type Preset = z.infer<typeof Preset>;

export const voltagePark: Source = {
  id: 'voltage-park',
  name: 'Voltage Park instant machines',
  home: 'https://docs.voltagepark.com',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '52 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public offers', attribution: 'Voltage Park' },
  optIn: false,
  expect: { atLeast: 2, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://cloud-api.voltagepark.com/api/v1/instant-deploy-presets/' }],
  parse: (artifact) =>
    z
      .array(z.unknown())
      .min(1)
      .parse(jsonDocument(artifact))
      .map((preset, index) => {
        const at = jsonPointer(index, 'compute_rate_hourly');
        const read = Preset.safeParse(preset);
        return read.success ? rowOf(read.data, at) : skip('not_a_price', z.prettifyError(read.error), at);
      }),
};

function rowOf({ resources, compute_rate_hourly }: Preset, at: string): Row {
  const [only, ...others] = Object.entries(resources.gpus);
  if (only === undefined) return skip('out_of_scope', 'a machine without GPUs', at);
  if (others.length > 0) return skip('ambiguous', `GPUs of ${others.length + 1} kinds in one machine`, at);
  const [name, { count }] = only;
  return rentalRow({
    venue: 'voltagepark',
    name,
    gpu: gpuFromName(name),
    gpus: count,
    usdPerHour: numberIn(compute_rate_hourly),
    terms: { surface: 'list', tenor: 'on_demand' },
    at,
  });
}
