/** Azure Retail Prices: on demand, spot, reservations and savings plans of machines with GPUs, in every region. */
import { instanceTypeOf } from '@bandgap/catalog';
import { type Instant, type RentalTerms, type Row, skip, toInstant } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const endpoint = 'https://prices.azure.com/api/retail/prices';

/** Asked for one at a time: the rows of a machine in all regions fit on one page of 1,000. */
const machines = [
  'Standard_ND96isr_H100_v5',
  'Standard_NC40ads_H100_v5',
  'Standard_NC80adis_H100_v5',
  'Standard_ND96isr_H200_v5',
  'Standard_ND96amsr_A100_v4',
  'Standard_ND96asr_v4',
  'Standard_NC24ads_A100_v4',
  'Standard_ND96isr_MI300X_v5',
];

const Page = z.object({ Items: z.array(z.unknown()), NextPageLink: z.string().nullish() });

const Item = z.object({
  retailPrice: z.number(),
  currencyCode: z.string(),
  type: z.string(),
  reservationTerm: z.string().optional(),
  meterName: z.string(),
  productName: z.string(),
  armRegionName: z.string(),
  armSkuName: z.string(),
  effectiveStartDate: z.string(),
  savingsPlan: z.array(z.object({ retailPrice: z.number(), term: z.string() })).optional(),
});
type Item = z.infer<typeof Item>;

const contracts: ReadonlyMap<string, { readonly tenor: RentalTerms['tenor']; readonly hours: number }> = new Map([
  ['1 Year', { tenor: 'contract_1y', hours: 8760 }],
  ['3 Years', { tenor: 'contract_3y', hours: 26_280 }],
  ['5 Years', { tenor: 'contract_5y', hours: 43_800 }],
]);

export const azureRetail: Source = {
  id: 'azure-retail',
  name: 'Azure Retail Prices',
  home: 'https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '40 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price list', attribution: 'Microsoft Azure' },
  optIn: false,
  expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0.2 },

  requests: () =>
    machines.map((machine) => {
      const filter = `serviceName eq 'Virtual Machines' and armSkuName eq '${machine}'`;
      return { url: `${endpoint}?api-version=2023-01-01-preview&$filter=${encodeURIComponent(filter)}` };
    }),

  follow: (artifact) => {
    const { NextPageLink: url } = Page.parse(jsonDocument(artifact));
    return url?.startsWith(endpoint) ? { url } : undefined;
  },

  parse: (artifact) =>
    Page.parse(jsonDocument(artifact)).Items.flatMap((item, index) => {
      const at = jsonPointer('Items', index, 'retailPrice');
      const read = Item.safeParse(item);
      if (read.success) return rowsOf(read.data, at);
      return [skip('not_a_price', `${JSON.stringify(item)}: ${z.prettifyError(read.error)}`, at)];
    }),
};

function rowsOf(item: Item, at: string): readonly Row[] {
  const outside = unwanted(item);
  if (outside !== undefined) return [skip('out_of_scope', `${item.armSkuName} ${item.meterName}: ${outside}`, at)];

  const plans = (item.savingsPlan ?? []).map(({ term, retailPrice }, index) => {
    const tenor = contracts.get(term)?.tenor;
    const planAt = at.replace('retailPrice', `savingsPlan/${index}/retailPrice`);
    if (tenor === undefined) return unknownTerm(item, term, planAt);
    return offer(item, { terms: { tenor, commitment: 'savings_plan' }, usdPerHour: retailPrice, at: planAt });
  });
  return [priced(item, at), ...plans];
}

/** Spot and low priority stand in the name of the meter, Windows in that of the product, everything else in `type`. */
function unwanted({ type, meterName, productName }: Item): string | undefined {
  if (type !== 'Consumption' && type !== 'Reservation') return `${type} is for some buyers only`;
  if (productName.includes('Windows')) return 'with a Windows licence';
  return meterName.includes('Low Priority') ? 'low priority has a fixed price, not one of a market' : undefined;
}

/** A reservation states the total for its term, whatever `unitOfMeasure` says. */
function priced(item: Item, at: string): Row {
  const { type, reservationTerm = '', retailPrice, meterName } = item;
  if (type === 'Consumption')
    return offer(item, {
      terms: { tenor: meterName.includes('Spot') ? 'spot' : 'on_demand' },
      usdPerHour: retailPrice,
      at,
    });
  const contract = contracts.get(reservationTerm);
  if (contract === undefined) return unknownTerm(item, reservationTerm, at);
  const terms = { tenor: contract.tenor, commitment: 'reservation' } as const;
  return offer(item, { terms, usdPerHour: retailPrice / contract.hours, at });
}

const unknownTerm = (item: Item, term: string, at: string): Row =>
  skip('unknown_unit', `${item.armSkuName} for "${term}"`, at);

interface Priced {
  readonly terms: Pick<RentalTerms, 'tenor' | 'commitment'>;
  readonly usdPerHour: number;
  readonly at: string;
}

function offer(
  { armSkuName, armRegionName, currencyCode, effectiveStartDate }: Item,
  { terms, usdPerHour, at }: Priced,
): Row {
  if (currencyCode !== 'USD') return skip('unknown_unit', `${armSkuName} in ${currencyCode}`, at);
  const machine = instanceTypeOf('azure', armSkuName);
  return rentalRow({
    venue: 'azure',
    name: armSkuName,
    gpu: machine?.gpu,
    gpus: machine?.gpus,
    usdPerHour,
    terms: {
      ...terms,
      surface: terms.tenor === 'spot' ? 'marketplace' : 'list',
      region: armRegionName,
      instanceType: armSkuName,
    },
    observedAt: sinceOf(effectiveStartDate),
    at,
  });
}

const sinceOf = (effectiveStartDate: string): Instant => toInstant(effectiveStartDate);
