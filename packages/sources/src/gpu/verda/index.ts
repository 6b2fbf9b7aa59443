/** Verda, once DataCrunch: the offers that the price page states for search engines. */
import { gpuFromName } from '@bandgap/catalog';
import { type RentalTerms, type Row, SourceChanged, skip, textOf } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Graph = z.object({ '@graph': z.array(z.unknown()) });

const Offer = z.object({
  '@id': z.string(),
  '@type': z.literal('Offer'),
  name: z.string(),
  price: z.number(),
  priceSpecification: z.object({ priceCurrency: z.literal('USD'), unitText: z.literal('hour') }),
});

/** `104x B200 SXM6 180GB instant cluster`: how many, of what, sold how. */
const printed = /^(\d+)\s*[x×]\s+(.+?\d+\s*GB)\b\s*(.*)$/;

const onDemand = { surface: 'list', tenor: 'on_demand' } as const;
/** A fixed share of the firm price, 35 % and later 50 %, not one of a market. */
const administeredSpot = { surface: 'list', tenor: 'spot', spotKind: 'administered' } as const;

const termsOfProduct: ReadonlyMap<string, Omit<RentalTerms, 'kind'>> = new Map<string, Omit<RentalTerms, 'kind'>>([
  ['', onDemand],
  ['on-demand', onDemand],
  ['instance', onDemand],
  ['instant cluster', onDemand],
  ['serverless continuous', { surface: 'list', tenor: 'serverless' }],
]);

export const verda: Source = {
  id: 'verda',
  name: 'Verda price page',
  home: 'https://verda.com/pricing',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '46 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public web page', attribution: 'Verda' },
  optIn: false,
  expect: { atLeast: 3, mustQuote: ['h200'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: 'https://verda.com/pricing' }],
  parse: (artifact) => offersIn(textOf(artifact)).map(rowOf),
};

/** A script that was cut off is not valid JSON, whatever else of the page is missing. */
function offersIn(page: string): readonly unknown[] {
  const scripts = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json = '']) => json,
  );
  const offers = scripts
    .flatMap((json) => Graph.safeParse(JSON.parse(json)).data?.['@graph'] ?? [])
    .filter((each) => z.object({ '@type': z.literal('Offer') }).safeParse(each).success);
  if (offers.length > 0) return offers;
  throw new SourceChanged(`expected offers as JSON-LD, found ${scripts.length} such scripts and no offer`);
}

function rowOf(offer: unknown, index: number): Row {
  const read = Offer.safeParse(offer);
  if (!read.success) return skip('not_a_price', z.prettifyError(read.error), `offer ${index}`);
  const { name, price, '@id': id } = read.data;
  const at = id.replace(/^.*#/, '#');
  const [, count, model = '', product = ''] = printed.exec(name) ?? [];
  if (count === undefined) return skip('unknown_unit', `${name}: for how many GPUs?`, at);
  const terms = product.endsWith('spot') ? administeredSpot : termsOfProduct.get(product);
  if (terms === undefined) return skip('unknown_unit', name, at);
  return rentalRow({
    venue: 'verda',
    name,
    gpu: gpuFromName(model),
    gpus: Number(count),
    usdPerHour: price,
    terms,
    at,
  });
}
