/** Oracle's list of cloud products: GPUs by the hour, picked out of everything else it sells. */
import { type GpuId, gpuFromName } from '@bandgap/catalog';
import { type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Products = z.object({ items: z.array(z.unknown()).min(1) });

const Product = z.object({
  partNumber: z.string(),
  displayName: z.string(),
  metricName: z.string(),
  serviceCategory: z.string(),
  currencyCodeLocalizations: z.array(
    z.object({ currencyCode: z.string(), prices: z.array(z.object({ model: z.string(), value: z.number() })) }),
  ),
});
type Product = z.infer<typeof Product>;

/** Parts whose machine says more than their name: BM.GPU.H100.8, BM.GPU.A100-v2.8, BM.GPU4.8, VM.GPU3. */
const gpuOfPart: ReadonlyMap<string, GpuId> = new Map([
  ['B98415', 'h100-sxm'],
  ['B95907', 'a100-sxm-80'],
  ['B92740', 'a100-sxm-40'],
  ['B89734', 'v100-sxm-16'],
]);

/** NVIDIA AI Enterprise: a licence by the GPU-hour that reads like a cheap H100. */
const licenceParts: ReadonlySet<string> = new Set(Array.from({ length: 8 }, (_, index) => `B${111824 + index}`));

export const oci: Source = {
  id: 'oci',
  name: 'Oracle Cloud price list',
  home: 'https://www.oracle.com/cloud/price-list',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '42 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price list', attribution: 'Oracle' },
  optIn: false,
  expect: { atLeast: 4, mustQuote: ['h100-sxm'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://apexapps.oracle.com/pls/apex/cetools/api/v1/products/?currencyCode=USD' }],
  parse: (artifact) =>
    Products.parse(jsonDocument(artifact)).items.map((item, index) => {
      const at = jsonPointer('items', index);
      const read = Product.safeParse(item);
      return read.success
        ? rowOf(read.data, at)
        : skip('not_a_price', `${JSON.stringify(item)}: ${z.prettifyError(read.error)}`, at);
    }),
};

function rowOf(product: Product, at: string): Row {
  const { partNumber, displayName } = product;
  const outside = unwanted(product);
  if (outside !== undefined) return skip('out_of_scope', `${partNumber} ${displayName}: ${outside}`, at);
  return rentalRow({
    venue: 'oci',
    name: `${partNumber} ${displayName}`,
    gpu: gpuOfPart.get(partNumber) ?? gpuFromName(displayName),
    gpus: 'each',
    usdPerHour: product.currencyCodeLocalizations
      .find(({ currencyCode }) => currencyCode === 'USD')
      ?.prices.find(({ model }) => model === 'PAY_AS_YOU_GO')?.value,
    terms: { surface: 'list', tenor: 'on_demand' },
    at,
  });
}

function unwanted({ partNumber, displayName, metricName, serviceCategory }: Product): string | undefined {
  if (licenceParts.has(partNumber) || displayName.includes('NVIDIA AI Enterprise')) return 'a licence, no GPU';
  if (serviceCategory.includes('Cloud@Customer')) return "in the buyer's own building";
  return metricName === 'GPU Per Hour' ? undefined : `priced by ${metricName}`;
}
