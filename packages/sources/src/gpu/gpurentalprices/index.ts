/** gpurentalprices.com reads the price pages of some thirty providers once a day and publishes USD per GPU-hour. */
import { gpuFromName } from '@bandgap/catalog';
import { type Metric, quote, type RentalTerms, type Row, skip, type Unit } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';

const Snapshot = z.object({
  offers: z.array(z.unknown()).min(1),
  providers: z.record(z.string(), z.object({ ok: z.boolean(), stale: z.boolean() })),
});

const Offer = z.object({
  provider: z.string(),
  gpu: z.string(),
  vram_gb: z.number().optional(),
  usd_hr: z.number(),
  kind: z.string(),
  min_gpus: z.int().positive().optional(),
});
type Offer = z.infer<typeof Offer>;

/** `secure` is RunPod's firm price; `spot` and `community` can be interrupted. */
const termsOfKind: ReadonlyMap<string, Pick<RentalTerms, 'surface' | 'tenor'>> = new Map([
  ['on-demand', { surface: 'list', tenor: 'on_demand' }],
  ['secure', { surface: 'list', tenor: 'on_demand' }],
  ['spot', { surface: 'marketplace', tenor: 'spot' }],
  ['community', { surface: 'marketplace', tenor: 'spot' }],
  ['serverless', { surface: 'list', tenor: 'serverless' }],
]);

/** Sellers whose GPUs are listed at the price of the GPU alone, without the host that it cannot be rented without. */
const billedApart: ReadonlySet<string> = new Set(['gcp']);

const metric: Metric = 'rental';
const unit: Unit = 'USD/GPU-hr';

export const gpurentalprices: Source = {
  id: 'gpurentalprices',
  name: 'gpurentalprices.com',
  home: 'https://gpurentalprices.com',
  commodity: 'gpu_rental',
  parserVersion: 2,
  schedule: '40 5,11,17,23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'CC BY 4.0', attribution: 'gpurentalprices.com / adriannutiu' },
  optIn: false,
  expect: { atLeast: 20, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://raw.githubusercontent.com/adriannutiu/gpu-rental-prices/main/latest.json' }],

  parse: (artifact) => {
    const { offers, providers } = Snapshot.parse(jsonDocument(artifact));
    const fresh = new Set(Object.keys(providers).filter((id) => providers[id]?.ok && !providers[id].stale));
    return offers.map((offer, index) => {
      const at = jsonPointer('offers', index, 'usd_hr');
      const read = Offer.safeParse(offer);
      if (!read.success) return skip('not_a_price', `${JSON.stringify(offer)}: ${z.prettifyError(read.error)}`, at);
      if (!fresh.has(read.data.provider))
        return skip('no_date', `${read.data.provider} was not read today, its ${read.data.gpu} is carried forward`, at);
      return rowOf(read.data, at);
    });
  },
};

/** The memory size is passed on, for it tells an A100 with 40 GB from one with 80. */
function rowOf({ provider, gpu, vram_gb, usd_hr, kind, min_gpus }: Offer, at: string): Row {
  if (billedApart.has(provider)) return skip('out_of_scope', `${gpu} at ${provider} without its host: ${usd_hr}`, at);
  const subject = gpuFromName(vram_gb === undefined ? gpu : `${gpu} ${vram_gb}GB`);
  if (subject === undefined) return skip('unknown_subject', `${gpu} with ${vram_gb} GB at ${provider}`, at);
  const tenor = termsOfKind.get(kind);
  if (tenor === undefined) return skip('unknown_unit', `${kind} ${gpu} at ${provider}`, at);
  const terms: RentalTerms = { kind: 'rental', ...tenor, ...(min_gpus !== undefined && { minGpus: min_gpus }) };
  return quote({ series: { subject, metric, venue: provider, terms, unit }, value: usd_hr, at });
}
