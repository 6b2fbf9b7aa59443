/** Akash: what providers bid for a single GPU, as the Console sums it up from deployments of the last weeks. */
import { gpuFromName } from '@bandgap/catalog';
import { type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Models = z.object({ models: z.array(z.unknown()).min(1) });

const Model = z.object({
  vendor: z.string(),
  model: z.string(),
  ram: z.string(),
  interface: z.string(),
  price: z.object({ currency: z.literal('USD'), med: z.number() }).nullable(),
});
type Model = z.infer<typeof Model>;

export const akash: Source = {
  id: 'akash',
  name: 'Akash Console GPU prices',
  home: 'https://console-api.akash.network/v1/doc',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '25 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public interface', attribution: 'Akash Network' },
  optIn: false,
  expect: { atLeast: 2, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://console-api.akash.network/v1/gpu-prices' }],
  parse: (artifact) =>
    Models.parse(jsonDocument(artifact)).models.map((model, index) => {
      const at = jsonPointer('models', index, 'price', 'med');
      const read = Model.safeParse(model);
      return read.success ? rowOf(read.data, at) : skip('not_a_price', z.prettifyError(read.error), at);
    }),
};

/** A model without a price has had no bids. */
function rowOf({ vendor, model, ram, interface: form, price }: Model, at: string): Row {
  const name = `${vendor} ${model} ${ram.replace(/Gi$/, 'GB')} ${form}`;
  if (price === null) return skip('out_of_scope', `${name}: no bids`, at);
  return rentalRow({
    venue: 'akash',
    name,
    gpu: gpuFromName(name),
    gpus: 1,
    usdPerHour: price.med,
    terms: { surface: 'marketplace', tenor: 'on_demand' },
    at,
  });
}
