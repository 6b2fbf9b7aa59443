/** The machines that are rented out, with every figure known of each and what a floor would still need. */
import type { Assumption } from './assumption.ts';
import { b200Facts, b300, b300Facts, gb200, gb200Facts, gb300Facts } from './blackwell-systems.ts';
import { tpuV7Facts, trainium3Facts } from './custom-chips.ts';
import { gb300Nvl72 } from './gb300-nvl72.ts';
import type { GpuId } from './gpus.ts';
import { h100Sxm } from './h100-sxm.ts';
import { h100Facts, h200Facts } from './hopper-systems.ts';
import { mi300xFacts, mi325xFacts, mi355xFacts } from './instinct-systems.ts';
import { vrNvl72Facts, vrNvl72July, vrNvl72MaxQ, vrNvl72MaxQFacts } from './vera-rubin-systems.ts';
import { vrNvl72 } from './vr-nvl72.ts';

export const systemIds = [
  'h100-sxm',
  'h200-sxm',
  'b200-hgx',
  'b300-hgx',
  'gb200-nvl72',
  'gb300-nvl72',
  'vr-nvl72',
  'vr-nvl72-max-q',
  'tpu-v7',
  'trainium-3',
  'mi300x',
  'mi325x',
  'mi355x',
] as const;
export type SystemId = (typeof systemIds)[number];

export interface System {
  readonly id: SystemId;
  readonly name: string;
  /** Absent for a chip that no source lists for rent. */
  readonly gpu?: GpuId;
  readonly facts: readonly Assumption[];
  /** What was looked for and is not public: `all-in capex`. */
  readonly unknown: readonly string[];
}

const capex = 'all-in capex';
const power = 'IT power';

export const systems: readonly System[] = [
  { id: 'h100-sxm', name: 'NVIDIA HGX H100', gpu: 'h100-sxm', facts: [...h100Sxm, ...h100Facts], unknown: [] },
  { id: 'h200-sxm', name: 'NVIDIA HGX H200', gpu: 'h200', facts: h200Facts, unknown: [capex] },
  { id: 'b200-hgx', name: 'NVIDIA HGX B200', gpu: 'b200', facts: b200Facts, unknown: [capex] },
  { id: 'b300-hgx', name: 'NVIDIA HGX B300', gpu: 'b300', facts: [...b300, ...b300Facts], unknown: [] },
  { id: 'gb200-nvl72', name: 'NVIDIA GB200 NVL72', gpu: 'gb200', facts: [...gb200, ...gb200Facts], unknown: [] },
  { id: 'gb300-nvl72', name: 'NVIDIA GB300 NVL72', gpu: 'gb300', facts: [...gb300Nvl72, ...gb300Facts], unknown: [] },
  {
    id: 'vr-nvl72',
    name: 'NVIDIA Vera Rubin NVL72',
    gpu: 'vr200',
    facts: [...new Set([...vrNvl72, ...vrNvl72July, ...vrNvl72Facts])],
    unknown: [],
  },
  {
    id: 'vr-nvl72-max-q',
    name: 'NVIDIA Vera Rubin NVL72 at Max-Q',
    gpu: 'vr200',
    facts: [...vrNvl72MaxQ, ...vrNvl72MaxQFacts],
    unknown: [],
  },
  { id: 'tpu-v7', name: 'TPU v7', gpu: 'tpu-v7', facts: tpuV7Facts, unknown: [capex, power] },
  { id: 'trainium-3', name: 'Trainium 3', facts: trainium3Facts, unknown: [capex, power] },
  { id: 'mi300x', name: 'MI300X', gpu: 'mi300x', facts: mi300xFacts, unknown: [capex] },
  { id: 'mi325x', name: 'MI325X', gpu: 'mi325x', facts: mi325xFacts, unknown: [capex] },
  { id: 'mi355x', name: 'MI355X', gpu: 'mi355x', facts: mi355xFacts, unknown: [capex] },
];

export const systemById = (id: string): System | undefined => systems.find((system) => system.id === id);
