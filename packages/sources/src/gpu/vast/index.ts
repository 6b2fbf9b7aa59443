/** Vast.ai: asks for other people's machines. The price of a GPU is the middle of its book. */
import { gpuFromName } from '@bandgap/catalog';
import { type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { onlyMembers } from '../../documents/only-members.ts';
import { rentalRow } from '../../rows/rental-row.ts';
import { type Ask, middleAsk } from './order-book.ts';

const Book = z.object({ offers: z.array(z.unknown()) });

const Offer = z.object({
  gpu_name: z.string(),
  gpu_ram: z.number(),
  gpu_frac: z.number(),
  num_gpus: z.int().positive(),
  dph_total: z.number().positive(),
  machine_id: z.number(),
  host_id: z.number(),
  is_bid: z.boolean(),
  rentable: z.boolean(),
});
type Offer = z.infer<typeof Offer>;

/** What is stored of an offer: none of the host's addresses. */
const kept = ['id', ...Object.keys(Offer.shape), 'geolocation', 'verification', 'reliability2', 'dph_base'];

const gpus = ['H100 SXM', 'H100 PCIE', 'H200', 'B200', 'A100 SXM4'];
/** The server gives 64 offers at most, so that each size of machine is asked for by itself. */
const sizes = [1, 2, 4, 8];

export const vast: Source = {
  id: 'vast',
  name: 'Vast.ai offers',
  home: 'https://vast.ai',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '20 */6 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public offers', attribution: 'Vast.ai' },
  optIn: false,
  /** There may be few machines of a size, or none. */
  expect: { atLeast: 0, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () =>
    gpus.flatMap((name) =>
      sizes.map((size) => {
        const query = {
          gpu_name: { eq: name },
          num_gpus: { eq: size },
          gpu_frac: { eq: 1 },
          rentable: { eq: true },
          rented: { eq: false },
          type: 'on-demand',
          order: [['dph_total', 'asc']],
          limit: 64,
        };
        return { url: `https://console.vast.ai/api/v0/bundles/?q=${encodeURIComponent(JSON.stringify(query))}` };
      }),
    ),
  redact: (bytes) => onlyMembers(bytes, 'offers', kept),

  parse: (artifact) => {
    const books = new Map<string, Ask[]>();
    const skips: Row[] = [];
    Book.parse(jsonDocument(artifact)).offers.forEach((offer, index) => {
      const at = jsonPointer('offers', index, 'dph_total');
      const read = Offer.safeParse(offer);
      if (!read.success) skips.push(skip('not_a_price', z.prettifyError(read.error), at));
      else if (unwanted(read.data))
        skips.push(skip('out_of_scope', `${read.data.gpu_name}: ${unwanted(read.data)}`, at));
      else books.set(nameOf(read.data), [...(books.get(nameOf(read.data)) ?? []), askOf(read.data, at)]);
    });
    return [...skips, ...[...books].map(([name, asks]) => rowOf(name, asks))];
  },
};

const unwanted = ({ gpu_frac, is_bid, rentable }: Offer): string | undefined => {
  if (gpu_frac < 1) return 'a part of a machine';
  if (is_bid) return 'a bid';
  return rentable ? undefined : 'not for rent now';
};

/** Memory is told in MiB, and tells an A100 with 40 GB from one with 80. */
const nameOf = ({ gpu_name, gpu_ram }: Offer): string => `${gpu_name} ${Math.round(gpu_ram / 1024)}GB`;

const askOf = ({ machine_id, host_id, num_gpus, dph_total }: Offer, at: string): Ask => ({
  machine: machine_id,
  host: host_id,
  gpus: num_gpus,
  usdPerGpuHour: dph_total / num_gpus,
  at,
});

function rowOf(name: string, asks: readonly Ask[]): Row {
  const middle = middleAsk(asks);
  if (middle === undefined)
    return skip('out_of_scope', `${name}: ${asks.length} asks are too few for a price`, `/offers ${name}`);
  return rentalRow({
    venue: 'vast',
    name,
    gpu: gpuFromName(name),
    gpus: 'each',
    usdPerHour: middle.usdPerGpuHour,
    terms: { surface: 'marketplace', tenor: 'on_demand', minGpus: Math.min(...asks.map((ask) => ask.gpus)) },
    at: middle.at,
  });
}
