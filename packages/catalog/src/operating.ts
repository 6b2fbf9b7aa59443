/** What it costs to keep a system running: floor space, electricity and the rest. */
import { assumptionSet } from './assumption.ts';
import { aiValueCapture, spaceDatacenters } from './citations.ts';

export const operating = assumptionSet('2026-05-01/operating', {
  coloPerKwMonth: {
    value: 136.9,
    unit: 'USD per kW of IT and month',
    basis: 'derived',
    note: 'Level payment on 382,000 USD of datacenter for 30.5 kW of IT over 15 years at 10.3 % a year, paid monthly.',
    ...spaceDatacenters,
  },
  pue: { value: 1.35, unit: 'facility W per IT W', basis: 'sourced', ...spaceDatacenters },
  powerUtilization: { value: 0.8, unit: 'fraction of rated power drawn', basis: 'sourced', ...spaceDatacenters },
  electricityPerKwh: { value: 0.087, unit: 'USD per kWh', basis: 'sourced', ...spaceDatacenters },
  otherPctCapexPerYear: {
    value: 0.0314,
    unit: 'fraction of capex per year',
    basis: 'calibrated',
    note: 'Support, spares, staff, insurance, connectivity and overheads: the remainder that makes the VR NVL72 floor 4.92 USD per GPU-hour. Carried over to the other systems.',
    ...aiValueCapture,
  },
});
