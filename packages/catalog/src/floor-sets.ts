/** What was known when: the floors of each date, and what could not be said at that date. */
import type { Day } from '@bandgap/core';
import { b300, gb200 } from './blackwell-systems.ts';
import { fiveYearContract } from './financing.ts';
import { type FloorProject, floorProjects } from './floor-projects.ts';
import { operating } from './operating.ts';
import type { SystemId } from './systems.ts';
import { vrNvl72July, vrNvl72MaxQ } from './vera-rubin-systems.ts';

/** Something a floor of the set leaves open, so that nobody has to find out alone. */
export interface FloorGap {
  readonly system: SystemId;
  readonly gap: string;
}

export interface FloorSet {
  readonly asOf: Day;
  readonly title: string;
  readonly projects: readonly FloorProject[];
  readonly gaps: readonly FloorGap[];
}

const fiveYears = (project: Pick<FloorProject, 'system' | 'label' | 'assumptions'>): FloorProject => ({
  ...project,
  id: `${project.system}/contract_5y`,
  tenor: 'contract_5y',
  asOf: '2026-07-23',
  assumptions: [...project.assumptions, ...operating, ...fiveYearContract],
});

const carriedOver = floorProjects.filter(({ system }) => system !== 'vr-nvl72');

export const floorSets: readonly FloorSet[] = [
  {
    asOf: '2026-05-01',
    title: 'The figures of AI Value Capture, which reproduce its floor',
    projects: floorProjects,
    gaps: [
      { system: 'vr-nvl72', gap: 'The last part of opex is chosen so that the floor is 4.92: a fit, not a test.' },
      { system: 'h100-sxm', gap: 'The capex is that of October 2024, and every hour is taken as sold.' },
    ],
  },
  {
    asOf: '2026-07-23',
    title: 'What was printed until July 2026; no published floor to hold these against',
    projects: [
      fiveYears({ system: 'vr-nvl72', label: 'VR NVL72, five-year contract', assumptions: vrNvl72July }),
      fiveYears({ system: 'vr-nvl72-max-q', label: 'VR NVL72 at Max-Q, five-year contract', assumptions: vrNvl72MaxQ }),
      fiveYears({ system: 'b300-hgx', label: 'HGX B300, five-year contract', assumptions: b300 }),
      fiveYears({ system: 'gb200-nvl72', label: 'GB200 NVL72, five-year contract', assumptions: gb200 }),
      ...carriedOver.map((project) => ({ ...project, asOf: '2026-07-23' })),
    ],
    gaps: [
      {
        system: 'vr-nvl72',
        gap: 'Racks ship with half the SOCAMM since June 2026; no price is printed for such a rack, and the one used does not say which it is.',
      },
      { system: 'vr-nvl72', gap: 'No newer capex per watt than that of 2026-05-01 is printed.' },
      { system: 'vr-nvl72-max-q', gap: 'Its 185 kW leave out the network outside the servers: a lower bound on opex.' },
      {
        system: 'b300-hgx',
        gap: 'The capex is that of a hyperscaler; a neocloud pays about a tenth more for its network.',
      },
      { system: 'gb200-nvl72', gap: 'The capex is that of a hyperscaler in August 2025.' },
      { system: 'gb300-nvl72', gap: 'Nothing newer is printed for capex; carried over from 2026-05-01.' },
      { system: 'h100-sxm', gap: 'Nothing newer is printed for capex; carried over from 2026-05-01.' },
    ],
  },
];

/** The set that reproduces the published floor: what is meant where nobody names a date. */
export const publishedSet: Day = '2026-05-01';

export const floorSet = (asOf: Day): FloorSet | undefined => floorSets.find((set) => set.asOf === asOf);
