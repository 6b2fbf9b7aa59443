/** Shadeform resells the machines of some thirty clouds: a check on their prices, never a vote. */
import { gpuFromName } from '@bandgap/catalog';
import { type Row, shiftDecimal, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { onePerSeries, type RankedRow } from '../../rows/one-per-series.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Answer = z.object({ instance_types: z.array(z.unknown()).min(1) });

const InstanceType = z.object({
  cloud: z.string(),
  cloud_instance_type: z.string(),
  configuration: z.object({
    num_gpus: z.int(),
    gpu_type: z.string(),
    interconnect: z.string(),
    vram_per_gpu_in_gb: z.number().optional(),
  }),
  hourly_price: z.number(),
});
type InstanceType = z.infer<typeof InstanceType>;

export const shadeform: Source = {
  id: 'shadeform',
  name: 'Shadeform API',
  home: 'https://docs.shadeform.ai',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '43 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public offers', attribution: 'Shadeform' },
  optIn: false,
  needsKey: 'SHADEFORM_API_KEY',
  expect: { atLeast: 2, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: ({ key }) => [{ url: 'https://api.shadeform.ai/v1/instances/types', headers: { 'x-api-key': key } }],
  parse: (artifact) =>
    onePerSeries(
      Answer.parse(jsonDocument(artifact)).instance_types.map((instanceType, index) => {
        const at = jsonPointer('instance_types', index, 'hourly_price');
        const read = InstanceType.safeParse(instanceType);
        if (!read.success) return { row: skip('not_a_price', z.prettifyError(read.error), at), rank: 0 };
        return cheapestFirst(read.data, at);
      }),
    ),
};

/** The price is in cents for the whole machine; of the clouds that offer the same the cheapest speaks. */
function cheapestFirst(
  { cloud, cloud_instance_type, configuration, hourly_price }: InstanceType,
  at: string,
): RankedRow {
  const { num_gpus, gpu_type, interconnect, vram_per_gpu_in_gb: memory } = configuration;
  const name = `${gpu_type} ${interconnect} ${memory === undefined ? '' : `${memory}GB`}`;
  const row: Row = rentalRow({
    venue: 'shadeform',
    name: `${cloud_instance_type} of ${cloud}`,
    gpu: gpuFromName(name),
    gpus: num_gpus,
    usdPerHour: shiftDecimal(hourly_price, -2),
    terms: { surface: 'list', tenor: 'on_demand' },
    at,
  });
  return { row, rank: hourly_price };
}
