/** What owning an HGX B300 costs, as published part by part. */
import { type Assumption, assumptionSet } from './assumption.ts';
import { b300 } from './blackwell-systems.ts';
import { spaceDatacenters } from './citations.ts';

export const b300Ownership: readonly Assumption[] = [
  ...b300.filter(({ role }) => role === 'capexPerGpu'),
  ...assumptionSet('2026-07-23/b300-ownership', {
    wacc: {
      value: 0.103,
      unit: 'fraction per year',
      basis: 'sourced',
      note: 'Three quarters debt at 7 % before tax, one quarter equity at 20 %; nominal, paid monthly.',
      ...spaceDatacenters,
    },
    itLifeYears: { value: 5, unit: 'years', basis: 'sourced', ...spaceDatacenters },
    dcCapexPerGpu: {
      value: 382_000 / 16,
      unit: 'USD',
      basis: 'derived',
      note: '382,000 USD of datacenter for two servers of 8 GPUs.',
      ...spaceDatacenters,
    },
    dcLifeYears: { value: 15, unit: 'years', basis: 'sourced', ...spaceDatacenters },
    opexPerGpuHour: { value: 0.21, unit: 'USD per GPU-hour', basis: 'sourced', ...spaceDatacenters },
  }),
];
