/** Google's catalog of what it bills for, for those who have a key: GPUs that are billed with their share of the host. */
import { gpuFromName } from '@bandgap/catalog';
import { type RentalTerms, type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Page = z.object({ skus: z.array(z.unknown()).min(1), nextPageToken: z.string().optional() });

const Rate = z.object({
  startUsageAmount: z.number(),
  unitPrice: z.object({ currencyCode: z.literal('USD'), units: z.string().optional(), nanos: z.number().optional() }),
});
const Sku = z.object({
  description: z.string(),
  category: z.object({ resourceGroup: z.string(), usageType: z.string() }),
  serviceRegions: z.array(z.string()),
  pricingInfo: z.array(
    z.object({ pricingExpression: z.object({ usageUnit: z.string(), tieredRates: z.array(Rate) }) }),
  ),
});
type Sku = z.infer<typeof Sku>;

const tenorOfUsage: ReadonlyMap<string, Pick<RentalTerms, 'surface' | 'tenor'>> = new Map([
  ['OnDemand', { surface: 'list', tenor: 'on_demand' }],
  ['Preemptible', { surface: 'marketplace', tenor: 'spot' }],
  ['Commit1Yr', { surface: 'list', tenor: 'contract_1y' }],
  ['Commit3Yr', { surface: 'list', tenor: 'contract_3y' }],
]);

/** Compute Engine. */
const endpoint = 'https://cloudbilling.googleapis.com/v1/services/6F81-5844-456A/skus?pageSize=5000';
/** The key goes in a header, for urls are stored. */
const pageOf = (key: string, token?: string) => ({
  url: token === undefined ? endpoint : `${endpoint}&pageToken=${encodeURIComponent(token)}`,
  headers: { 'x-goog-api-key': key },
});

export const gcpBilling: Source = {
  id: 'gcp-billing',
  name: 'Google Cloud Billing Catalog',
  home: 'https://cloud.google.com/billing/docs/reference/rest/v1/services.skus/list',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '49 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price list', attribution: 'Google Cloud' },
  optIn: false,
  needsKey: 'GCP_BILLING_API_KEY',
  expect: { atLeast: 0, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: ({ key }) => [pageOf(key)],
  follow: (artifact, { key }) => {
    const { nextPageToken: token } = Page.parse(jsonDocument(artifact));
    return token ? pageOf(key, token) : undefined;
  },
  parse: (artifact) =>
    Page.parse(jsonDocument(artifact)).skus.flatMap((sku, index) => {
      const at = jsonPointer('skus', index);
      const read = Sku.safeParse(sku);
      if (!read.success) return [skip('not_a_price', z.prettifyError(read.error), at)];
      return rowsOf(read.data, at);
    }),
};

/** `Spot Preemptible A4 Nvidia B200 (1 gpu slice)`: other GPUs are billed apart from the host that they cannot do without. */
function rowsOf(sku: Sku, at: string): readonly Row[] {
  const { description, category, serviceRegions, pricingInfo } = sku;
  if (!/\(1 gpu slice\)/i.test(description))
    return [skip('out_of_scope', `${description}: not a GPU with its host`, at)];
  const expression = pricingInfo.at(-1)?.pricingExpression;
  const rate = expression?.tieredRates.find(({ startUsageAmount }) => startUsageAmount === 0)?.unitPrice;
  const terms = tenorOfUsage.get(category.usageType);
  if (terms === undefined || expression?.usageUnit !== 'h')
    return [skip('unknown_unit', `${description}: ${category.usageType} by ${expression?.usageUnit}`, at)];
  return serviceRegions.map((region) =>
    rentalRow({
      venue: 'gcp',
      name: description,
      gpu: gpuFromName(description),
      gpus: 'each',
      usdPerHour: rate === undefined ? undefined : Number(rate.units ?? 0) + (rate.nanos ?? 0) / 1e9,
      terms: { ...terms, region },
      at: `${at} ${region}`,
    }),
  );
}
