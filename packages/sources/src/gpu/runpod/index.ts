/** RunPod: firm and community prices per GPU. Off by default, for its terms of service do not allow automated access. */
import { gpuFromName } from '@bandgap/catalog';
import { type RentalTerms, type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Answer = z.object({ data: z.object({ gpuTypes: z.array(z.unknown()).min(1) }) });

const GpuType = z.object({
  id: z.string(),
  memoryInGb: z.number(),
  securePrice: z.number().nullable(),
  communityPrice: z.number().nullable(),
});
type GpuType = z.infer<typeof GpuType>;

/** The spot prices of the same list are not asked for: they repeat the others. */
const query = 'query { gpuTypes { id displayName memoryInGb securePrice communityPrice } }';

const prices: readonly (readonly ['securePrice' | 'communityPrice', Pick<RentalTerms, 'surface' | 'tenor'>])[] = [
  ['securePrice', { surface: 'list', tenor: 'on_demand' }],
  ['communityPrice', { surface: 'marketplace', tenor: 'spot' }],
];

export const runpod: Source = {
  id: 'runpod',
  name: 'RunPod GPU types',
  home: 'https://www.runpod.io/pricing',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '48 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'restricted', name: 'RunPod terms of service' },
  optIn: true,
  expect: { atLeast: 4, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: () => [
    {
      url: 'https://api.runpod.io/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    },
  ],
  parse: (artifact) =>
    Answer.parse(jsonDocument(artifact)).data.gpuTypes.flatMap((gpuType, index) => {
      const at = (member: string) => jsonPointer('data', 'gpuTypes', index, member);
      const read = GpuType.safeParse(gpuType);
      if (!read.success) return [skip('not_a_price', z.prettifyError(read.error), at('id'))];
      return prices.map(([member, terms]) => rowOf(read.data, read.data[member], { terms, at: at(member) }));
    }),
};

interface Place {
  readonly terms: Pick<RentalTerms, 'surface' | 'tenor'>;
  readonly at: string;
}

function rowOf({ id, memoryInGb }: GpuType, usdPerHour: number | null, { terms, at }: Place): Row {
  if (usdPerHour === null || usdPerHour === 0) return skip('out_of_scope', `${id}: not offered`, at);
  return rentalRow({
    venue: 'runpod',
    name: id,
    gpu: gpuFromName(id) ?? gpuFromName(`${id} ${memoryInGb}GB`),
    gpus: 'each',
    usdPerHour,
    terms,
    at,
  });
}
