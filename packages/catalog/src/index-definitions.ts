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

const onDemandAtNeoclouds = (gpu: string, name: string, gpus: readonly GpuId[], note: string): IndexDefinition => ({
  id: `${gpu}/on_demand/neocloud`,
  name: `${name} on demand, neoclouds`,
  gpus,
  tenor: 'on_demand',
  segment: 'neocloud',
  note,
});

const sxmOrUnstated =
  'List prices for SXM boards, and for cards whose form factor the seller does not state; PCIe and NVL cards are left out.';
const list = 'List prices.';

export const indexDefinitions: readonly IndexDefinition[] = [
  onDemandAtNeoclouds('h100', 'H100', ['h100-sxm', 'h100'], sxmOrUnstated),
  onDemandAtNeoclouds('h200', 'H200', ['h200'], sxmOrUnstated),
  onDemandAtNeoclouds('b200', 'B200', ['b200'], list),
  onDemandAtNeoclouds('b300', 'B300', ['b300'], list),
  onDemandAtNeoclouds('a100-80', 'A100 80 GB', ['a100-sxm-80', 'a100-80'], sxmOrUnstated),
  onDemandAtNeoclouds('mi300x', 'MI300X', ['mi300x'], list),
  onDemandAtNeoclouds('gb200', 'GB200', ['gb200'], 'List prices, few sellers.'),
  onDemandAtNeoclouds('gb300', 'GB300', ['gb300'], 'List prices, few sellers.'),
];
