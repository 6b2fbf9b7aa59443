/** Prime Intellect resells the machines of other clouds: a check on their prices, never a vote. */
import { gpuFromName } from '@bandgap/catalog';
import { type RentalTerms, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { onePerSeries, type RankedRow } from '../../rows/one-per-series.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const Page = z.object({ items: z.array(z.unknown()).min(1), totalCount: z.int() });

const Item = z.object({
  gpuType: z.string(),
  socket: z.string(),
  gpuCount: z.int().positive(),
  prices: z.object({ onDemand: z.number().nullable(), currency: z.literal('USD') }),
  isSpot: z.boolean().nullable(),
  security: z.string(),
});
type Item = z.infer<typeof Item>;

const endpoint = 'https://api.primeintellect.ai/api/v1/availability/gpus';
const PAGE_SIZE = 100;
const pageOf = (page: number, key: string) => ({
  url: `${endpoint}?page=${page}&page_size=${PAGE_SIZE}`,
  headers: { authorization: `Bearer ${key}` },
});

export const primeIntellect: Source = {
  id: 'prime-intellect',
  name: 'Prime Intellect availability',
  home: 'https://docs.primeintellect.ai/api-reference/availability',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '45 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public offers', attribution: 'Prime Intellect' },
  optIn: false,
  needsKey: 'PRIME_API_KEY',
  expect: { atLeast: 1, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: ({ key }) => [pageOf(1, key)],
  follow: (artifact, { key }) => {
    const page = Number(new URL(artifact.url).searchParams.get('page'));
    return page * PAGE_SIZE < Page.parse(jsonDocument(artifact)).totalCount ? pageOf(page + 1, key) : undefined;
  },
  parse: (artifact) =>
    onePerSeries(
      Page.parse(jsonDocument(artifact)).items.map((item, index) => {
        const at = jsonPointer('items', index, 'prices', 'onDemand');
        const read = Item.safeParse(item);
        if (!read.success) return { row: skip('not_a_price', z.prettifyError(read.error), at), rank: 0 };
        return cheapestFirst(read.data, at);
      }),
    ),
};

/** Whether the price of several GPUs is for one or for all is not documented, so that only single ones are read. */
function cheapestFirst({ gpuType, socket, gpuCount, prices, isSpot, security }: Item, at: string): RankedRow {
  const name = `${gpuType} ${socket}`;
  const { onDemand } = prices;
  if (gpuCount > 1) return { row: skip('out_of_scope', `${gpuCount}x ${name}: for one or for all?`, at), rank: 0 };
  if (onDemand === null) return { row: skip('out_of_scope', `${name}: not offered`, at), rank: 0 };
  const row = rentalRow({
    venue: 'primeintellect',
    name,
    gpu: gpuFromName(name),
    gpus: gpuCount,
    usdPerHour: onDemand,
    terms: isSpot || security === 'community_cloud' ? interruptible : firm,
    at,
  });
  return { row, rank: onDemand };
}

const firm: Pick<RentalTerms, 'surface' | 'tenor'> = { surface: 'list', tenor: 'on_demand' };
const interruptible: Pick<RentalTerms, 'surface' | 'tenor'> = { surface: 'marketplace', tenor: 'spot' };
