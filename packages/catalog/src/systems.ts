/** The machines that are rented out, as far as their figures are known. */
import type { Assumption } from './assumption.ts';
import { gb300Nvl72 } from './gb300-nvl72.ts';
import type { GpuId } from './gpus.ts';
import { h100Sxm } from './h100-sxm.ts';
import { vrNvl72 } from './vr-nvl72.ts';

export type SystemId = 'h100-sxm' | 'gb300-nvl72' | 'vr-nvl72';

export interface System {
  readonly id: SystemId;
  readonly name: string;
  readonly gpu: GpuId;
  /** Cited under the same role: `pflopsFp8Dense`. */
  readonly pflopsFp8Dense?: number;
  readonly gpusPerRack?: number;
  readonly rackKw?: number;
}

/** The figures of a set that describe the machine itself; what the set does not say stays absent. */
function specified(set: readonly Assumption[]): Pick<System, 'pflopsFp8Dense' | 'gpusPerRack' | 'rackKw'> {
  const known = set.filter(({ role }) => role === 'pflopsFp8Dense' || role === 'gpusPerRack' || role === 'rackKw');
  return Object.fromEntries(known.map(({ role, value }) => [role, value]));
}

export const systems: readonly System[] = [
  { id: 'h100-sxm', name: 'NVIDIA HGX H100', gpu: 'h100-sxm', ...specified(h100Sxm) },
  { id: 'gb300-nvl72', name: 'NVIDIA GB300 NVL72', gpu: 'gb300', ...specified(gb300Nvl72) },
  { id: 'vr-nvl72', name: 'NVIDIA Vera Rubin NVL72', gpu: 'vr200', ...specified(vrNvl72) },
];
