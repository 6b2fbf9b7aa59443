/** Verda's own list of instance types, for those who have a key: prices as text, for a whole machine. */
import { gpuFromName } from '@bandgap/catalog';
import { type RentalTerms, type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { numberIn, rentalRow } from '../../rows/rental-row.ts';

const api = 'https://api.verda.com/v1';

const InstanceType = z.object({
  instance_type: z.string(),
  name: z.string(),
  gpu: z.object({ number_of_gpus: z.int() }),
  price_per_hour: z.string(),
  spot_price: z.string().nullish(),
  currency: z.string(),
});
type InstanceType = z.infer<typeof InstanceType>;

/** Spot is a fixed share of the firm price, 35 % and later 50 %, not one of a market. */
const prices: readonly (readonly [
  member: 'price_per_hour' | 'spot_price',
  terms: Pick<RentalTerms, 'surface' | 'tenor' | 'spotKind'>,
])[] = [
  ['price_per_hour', { surface: 'list', tenor: 'on_demand' }],
  ['spot_price', { surface: 'list', tenor: 'spot', spotKind: 'administered' }],
];

export const verdaApi: Source = {
  id: 'verda-api',
  name: 'Verda API',
  home: 'https://api.verda.com/v1/docs',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '51 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price list', attribution: 'Verda' },
  optIn: false,
  authentication: {
    kind: 'client_credentials',
    tokenUrl: `${api}/oauth2/token`,
    id: 'VERDA_CLIENT_ID',
    secret: 'VERDA_CLIENT_SECRET',
  },
  expect: { atLeast: 3, mustQuote: ['h200'], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: `${api}/instance-types` }],
  parse: (artifact) =>
    z
      .array(z.unknown())
      .parse(jsonDocument(artifact))
      .flatMap((instanceType, index) => {
        const read = InstanceType.safeParse(instanceType);
        if (!read.success) return [skip('not_a_price', z.prettifyError(read.error), jsonPointer(index))];
        return rowsOf(read.data, index);
      }),
};

function rowsOf(instance: InstanceType, index: number): readonly Row[] {
  const { instance_type: name, currency, gpu } = instance;
  if (gpu.number_of_gpus === 0) return [skip('out_of_scope', `${name}: no GPU`, jsonPointer(index))];
  if (currency !== 'usd') return [skip('unknown_unit', `${name} in ${currency}`, jsonPointer(index))];
  return prices.flatMap(([member, terms]) => {
    const price = instance[member];
    if (price === null || price === undefined) return [];
    return rentalRow({
      venue: 'verda',
      name,
      gpu: gpuFromName(instance.name),
      gpus: gpu.number_of_gpus,
      usdPerHour: numberIn(price),
      terms: { ...terms, instanceType: name },
      at: jsonPointer(index, member),
    });
  });
}
