/** The rental indices, and which quotes each may be made of. */
import type { Tenor } from '@bandgap/core';
import type { GpuId } from './gpus.ts';
import type { Segment } from './providers.ts';

export interface IndexDefinition {
  /** GPU, tenor, segment: `h100/on_demand/neocloud`. */
  readonly id: string;
  readonly name: string;
  readonly gpus: readonly GpuId[];
  readonly tenor: Tenor;
  readonly segment: Exclude<Segment, 'reseller'> | 'all';
  /** How its prices came about; of all sellers together, in more than one way. */
  readonly surface: 'list' | 'marketplace' | 'mixed';
  readonly note: string;
}

interface IndexedGpu {
  /** First part of the id. */
  readonly gpu: string;
  readonly name: string;
  /** The GPU itself unless several ids make up the index. */
  readonly gpus: readonly GpuId[];
  readonly note: string;
}

const sxmOrUnstated =
  'SXM boards, and cards whose form factor the seller does not state; PCIe and NVL cards are left out.';
const fewSellers = 'Few sellers.';

const indexedGpus: readonly IndexedGpu[] = [
  { gpu: 'h100', name: 'H100', gpus: ['h100-sxm', 'h100'], note: sxmOrUnstated },
  { gpu: 'h200', name: 'H200', gpus: ['h200'], note: sxmOrUnstated },
  { gpu: 'b200', name: 'B200', gpus: ['b200'], note: '' },
  { gpu: 'b300', name: 'B300', gpus: ['b300'], note: '' },
  { gpu: 'a100-80', name: 'A100 80 GB', gpus: ['a100-sxm-80', 'a100-80'], note: sxmOrUnstated },
  { gpu: 'mi300x', name: 'MI300X', gpus: ['mi300x'], note: '' },
  { gpu: 'gb200', name: 'GB200', gpus: ['gb200'], note: fewSellers },
  { gpu: 'gb300', name: 'GB300', gpus: ['gb300'], note: fewSellers },
];

const tenors = [
  { tenor: 'on_demand', words: 'on demand', prices: 'List prices and asks.' },
  { tenor: 'spot', words: 'spot', prices: 'Prices of markets; a fixed share of a firm price is none.' },
  { tenor: 'contract_1y', words: 'for one year', prices: 'List prices of commitments.' },
  { tenor: 'contract_3y', words: 'for three years', prices: 'List prices of commitments.' },
] as const;

const segments = [
  { segment: 'neocloud', words: 'neoclouds', surface: 'list' },
  { segment: 'hyperscaler', words: 'hyperscalers', surface: 'list' },
  { segment: 'marketplace', words: 'marketplaces', surface: 'marketplace' },
  { segment: 'all', words: 'all sellers', surface: 'mixed' },
] as const;

/** What the press calls the price of a GPU, and what floors are held against. They are worked out whatever is offered. */
const isHeadline = ({ tenor, segment }: IndexDefinition): boolean => tenor === 'on_demand' && segment === 'neocloud';

/** Every GPU at every tenor in every segment; which of them have sellers is for the prices to say. */
export const indexDefinitions: readonly IndexDefinition[] = tenors.flatMap(({ tenor, words: term, prices }) =>
  segments.flatMap(({ segment, words: sellers, surface }) =>
    indexedGpus.map(({ gpu, name, gpus, note }) => ({
      id: `${gpu}/${tenor}/${segment}`,
      name: `${name} ${term}, ${sellers}`,
      gpus,
      tenor,
      segment,
      surface,
      note: [prices, note].filter((each) => each !== '').join(' '),
    })),
  ),
);

export const headlineIndices: readonly IndexDefinition[] = indexDefinitions.filter(isHeadline);
