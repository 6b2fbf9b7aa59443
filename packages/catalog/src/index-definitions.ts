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
  readonly segment: Segment;
  readonly note: string;
}

const onDemandAtNeoclouds = (gpu: string, { name, gpus = [gpu], note }: OnDemand): IndexDefinition => ({
  id: `${gpu}/on_demand/neocloud`,
  name: `${name} on demand, neoclouds`,
  gpus,
  tenor: 'on_demand',
  segment: 'neocloud',
  note,
});

interface OnDemand {
  readonly name: string;
  /** The GPU itself unless several ids make up the index. */
  readonly gpus?: readonly GpuId[];
  readonly note: string;
}

const sxmOrUnstated =
  'List prices for SXM boards, and for cards whose form factor the seller does not state; PCIe and NVL cards are left out.';
const list = 'List prices.';
const fewSellers = 'List prices, few sellers.';

export const indexDefinitions: readonly IndexDefinition[] = [
  onDemandAtNeoclouds('h100', { name: 'H100', gpus: ['h100-sxm', 'h100'], note: sxmOrUnstated }),
  onDemandAtNeoclouds('h200', { name: 'H200', note: sxmOrUnstated }),
  onDemandAtNeoclouds('b200', { name: 'B200', note: list }),
  onDemandAtNeoclouds('b300', { name: 'B300', note: list }),
  onDemandAtNeoclouds('a100-80', { name: 'A100 80 GB', gpus: ['a100-sxm-80', 'a100-80'], note: sxmOrUnstated }),
  onDemandAtNeoclouds('mi300x', { name: 'MI300X', note: list }),
  onDemandAtNeoclouds('gb200', { name: 'GB200', note: fewSellers }),
  onDemandAtNeoclouds('gb300', { name: 'GB300', note: fewSellers }),
];
