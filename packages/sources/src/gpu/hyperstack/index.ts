/** Hyperstack's price book, for those who have a key: prices per GPU, processor and memory included. */
import { gpuFromName } from '@bandgap/catalog';
import { skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { onePerSeries, type RankedRow } from '../../rows/one-per-series.ts';
import { numberIn, rentalRow } from '../../rows/rental-row.ts';

const Item = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });
type Item = z.infer<typeof Item>;

export const hyperstack: Source = {
  id: 'hyperstack',
  name: 'Hyperstack price book',
  home: 'https://docs.hyperstack.cloud',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '47 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price list', attribution: 'Hyperstack' },
  optIn: false,
  needsKey: 'HYPERSTACK_API_KEY',
  expect: { atLeast: 2, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: ({ key }) => [{ url: 'https://infrahub-api.nexgencloud.com/v1/pricebook', headers: { api_key: key } }],
  parse: (artifact) =>
    onePerSeries(
      z
        .array(z.unknown())
        .min(1)
        .parse(jsonDocument(artifact))
        .map((item, index) => {
          const at = jsonPointer(index, 'value');
          const read = Item.safeParse(item);
          return read.success
            ? rowOf(read.data, at)
            : { row: skip('not_a_price', z.prettifyError(read.error), at), rank: 0 };
        }),
    ),
};

/** A fixed share of the firm price, not one of a market. */
const administeredSpot = { surface: 'list', tenor: 'spot', spotKind: 'administered' } as const;

/** The book also prices processors, disks and addresses. A card speaks for the same one with an NVLink bridge. */
function rowOf({ name, value }: Item, at: string): RankedRow {
  const gpu = gpuFromName(name);
  if (gpu === undefined) return { row: skip('out_of_scope', `${name}: no GPU that we know`, at), rank: 0 };
  const row = rentalRow({
    venue: 'hyperstack',
    name,
    gpu,
    gpus: 'each',
    usdPerHour: numberIn(value),
    terms: name.endsWith('-spot') ? administeredSpot : { surface: 'list', tenor: 'on_demand' },
    at,
  });
  return { row, rank: name.includes('NVLink') ? 1 : 0 };
}
