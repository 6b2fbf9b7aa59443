/** The rental projects a floor is worked out for, each with every figure it needs. */
import type { Day, Tenor } from '@bandgap/core';
import type { Assumption } from './assumption.ts';
import { fiveYearContract, soldOnDemand } from './financing.ts';
import { gb300Nvl72 } from './gb300-nvl72.ts';
import { h100Sxm } from './h100-sxm.ts';
import { operating } from './operating.ts';
import type { SystemId } from './systems.ts';
import { vrNvl72 } from './vr-nvl72.ts';

export interface FloorProject {
  /** System and tenor: `vr-nvl72/contract_5y`. */
  readonly id: string;
  readonly system: SystemId;
  readonly tenor: Tenor;
  readonly label: string;
  /** Date of the assumption set. */
  readonly asOf: Day;
  readonly assumptions: readonly Assumption[];
}

export const floorProjects: readonly FloorProject[] = [
  {
    id: 'vr-nvl72/contract_5y',
    system: 'vr-nvl72',
    tenor: 'contract_5y',
    label: 'VR NVL72, five-year contract',
    asOf: '2026-05-01',
    assumptions: [...vrNvl72, ...operating, ...fiveYearContract],
  },
  {
    id: 'gb300-nvl72/contract_5y',
    system: 'gb300-nvl72',
    tenor: 'contract_5y',
    label: 'GB300 NVL72, five-year contract',
    asOf: '2026-05-01',
    assumptions: [...gb300Nvl72, ...operating, ...fiveYearContract],
  },
  {
    id: 'h100-sxm/on_demand',
    system: 'h100-sxm',
    tenor: 'on_demand',
    label: 'H100 SXM, built new and sold on demand: a lower bound, as if every hour were sold',
    asOf: '2026-05-01',
    assumptions: [...h100Sxm, ...operating, ...soldOnDemand],
  },
];
