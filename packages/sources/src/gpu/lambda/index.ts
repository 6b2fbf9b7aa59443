/** Lambda's own list of instance types, for those who have a key. */
import { gpuFromName } from '@bandgap/catalog';
import { type Row, shiftDecimal, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Answer = z.object({ data: z.record(z.string(), z.object({ instance_type: z.unknown() })) });

const InstanceType = z.object({
  name: z.string(),
  gpu_description: z.string(),
  price_cents_per_hour: z.int(),
  specs: z.object({ gpus: z.int() }),
});
type InstanceType = z.infer<typeof InstanceType>;

export const lambda: Source = {
  id: 'lambda',
  name: 'Lambda Cloud API',
  home: 'https://docs-api.lambda.ai/api/cloud',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '41 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price list', attribution: 'Lambda' },
  optIn: false,
  needsKey: 'LAMBDA_API_KEY',
  expect: { atLeast: 2, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: ({ key }) => [
    { url: 'https://cloud.lambda.ai/api/v1/instance-types', headers: { authorization: `Bearer ${key}` } },
  ],
  parse: (artifact) =>
    Object.entries(Answer.parse(jsonDocument(artifact)).data).map(([name, { instance_type }]) => {
      const at = jsonPointer('data', name, 'instance_type', 'price_cents_per_hour');
      const read = InstanceType.safeParse(instance_type);
      return read.success ? rowOf(read.data, at) : skip('not_a_price', `${name}: ${z.prettifyError(read.error)}`, at);
    }),
};

function rowOf({ name, gpu_description, price_cents_per_hour, specs: { gpus } }: InstanceType, at: string): Row {
  if (gpus === 0) return skip('out_of_scope', `${name}: no GPU`, at);
  return rentalRow({
    venue: 'lambda',
    name,
    gpu: gpuFromName(gpu_description),
    gpus,
    usdPerHour: shiftDecimal(price_cents_per_hour, -2),
    terms: { surface: 'list', tenor: 'on_demand' },
    at,
  });
}
