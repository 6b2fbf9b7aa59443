/** Vultr's bare metal with GPUs, whose plans say how many there are. Its virtual machines do not, and share them. */
import { gpuFromName } from '@bandgap/catalog';
import { type RentalTerms, type Row, skip } from '@bandgap/core';
import { z } from 'zod';
import type { Source } from '../../define-source.ts';
import { jsonDocument, jsonPointer } from '../../documents/json-document.ts';
import { rentalRow } from '../../rows/rental-row.ts';

const endpoint = 'https://api.vultr.com/v2/plans-metal';

const Plans = z.object({
  plans_metal: z.array(z.unknown()).min(1),
  meta: z.object({ links: z.object({ next: z.string() }) }).optional(),
});

const Plan = z.object({
  id: z.string(),
  hourly_cost: z.number(),
  hourly_cost_preemptible: z.number().optional(),
  locations: z.array(z.string()),
});
type Plan = z.infer<typeof Plan>;

/** `vbm-112c-2048gb-8-h100-gpu`: how many, of what. */
const planId = /^vbm-\d+c-\d+gb-(?:(\d+)-)?([a-z0-9]+)-gpu$/;

const prices: readonly (readonly [
  'hourly_cost' | 'hourly_cost_preemptible',
  Pick<RentalTerms, 'surface' | 'tenor' | 'spotKind'>,
])[] = [
  ['hourly_cost', { surface: 'list', tenor: 'on_demand' }],
  ['hourly_cost_preemptible', { surface: 'list', tenor: 'spot', spotKind: 'administered' }],
];

export const vultr: Source = {
  id: 'vultr',
  name: 'Vultr bare metal',
  home: 'https://www.vultr.com/api',
  commodity: 'gpu_rental',
  parserVersion: 1,
  schedule: '54 23 * * *',
  staleAfterMinutes: 48 * 60,
  licence: { terms: 'attribution', name: 'Public price list', attribution: 'Vultr' },
  optIn: false,
  expect: { atLeast: 2, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => [{ url: `${endpoint}?per_page=500` }],
  follow: (artifact) => {
    const cursor = Plans.parse(jsonDocument(artifact)).meta?.links.next;
    return cursor ? { url: `${endpoint}?per_page=500&cursor=${encodeURIComponent(cursor)}` } : undefined;
  },
  parse: (artifact) =>
    Plans.parse(jsonDocument(artifact)).plans_metal.flatMap((plan, index) => {
      const at = (member: string) => jsonPointer('plans_metal', index, member);
      const read = Plan.safeParse(plan);
      if (!read.success) return [skip('not_a_price', z.prettifyError(read.error), at('id'))];
      if (!read.data.id.endsWith('-gpu')) return [skip('out_of_scope', read.data.id, at('id'))];
      if (read.data.locations.length === 0)
        return [skip('out_of_scope', `${read.data.id}: nowhere to be had`, at('id'))];
      return prices.flatMap(([member, terms]) =>
        read.data[member] === undefined ? [] : [rowOf(read.data, read.data[member], { terms, at: at(member) })],
      );
    }),
};

interface Place {
  readonly terms: Pick<RentalTerms, 'surface' | 'tenor' | 'spotKind'>;
  readonly at: string;
}

function rowOf({ id }: Plan, usdPerHour: number, { terms, at }: Place): Row {
  const [, count, model = ''] = planId.exec(id) ?? [];
  return rentalRow({
    venue: 'vultr',
    name: id,
    gpu: gpuFromName(model),
    gpus: count === undefined ? undefined : Number(count),
    usdPerHour,
    terms,
    at,
  });
}
