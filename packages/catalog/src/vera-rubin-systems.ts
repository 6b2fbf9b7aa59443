/** VR NVL72 as of July 2026: a price for the rack, its second power profile, and half the memory. */
import { assumptionSet } from './assumption.ts';
import { aiValueCapture, veraRubinDesign, veraRubinInference } from './citations.ts';
import { gpusPerRack, vrNvl72 } from './vr-nvl72.ts';

const morganStanley = {
  source: 'Morgan Stanley bill of materials, relayed by FAQ, Nvidia Vera Rubin Rack Hits $7.8 Million, 2026-06-25',
  url: 'https://faq.com.tw/en/hardware/2026-06-25-nvidia-vera-rubin-nvl72-78m-rack-memory-cost-en/',
  asOf: '2026-06-25',
} as const;

/** What stands around the rack, per GPU: the all-in cost of May less the share of the system in it. */
const ancillaryPerGpu = ((38.1 * 220_000) / 72) * (1 - 3.1 / 3.9);

const capexPerGpu = {
  value: 7_803_148 / 72 + ancillaryPerGpu,
  unit: 'USD',
  basis: 'derived',
  note: 'A rack at 7,803,148 USD, a price in the OEM channel that large buyers undercut, and 23,880 USD per GPU for what stands around it, carried over from 2026-05-01.',
  ...morganStanley,
} as const;

const carriedOver = (role: string) => vrNvl72.filter((figure) => figure.role === role);

export const vrNvl72July = [
  ...assumptionSet('2026-07-23/vr-nvl72', { capexPerGpu }),
  ...['rackKw', 'gpusPerRack', 'pflopsFp8Dense'].flatMap(carriedOver),
];

export const vrNvl72MaxQ = assumptionSet('2026-07-23/vr-nvl72-max-q', {
  capexPerGpu: { ...capexPerGpu, basis: 'inferred', note: `${capexPerGpu.note} The same rack at a lower power limit.` },
  rackKw: {
    value: 185,
    unit: 'kW',
    basis: 'sourced',
    note: 'About, and without the network outside the servers.',
    ...veraRubinInference,
  },
  gpusPerRack,
  pflopsFp8Dense: {
    value: 16.625,
    unit: 'PFLOP/s',
    basis: 'sourced',
    note: 'Dense FP8 at 1,800 W.',
    ...veraRubinInference,
  },
});

export const vrNvl72Facts = [
  ...assumptionSet('2026-05-01/vr-nvl72', {
    chipTdpW: { value: 2300, unit: 'W', basis: 'sourced', note: 'Max-P.', ...aiValueCapture },
    tcoPerGpuHour: {
      value: 4.18,
      unit: 'USD per GPU-hour',
      basis: 'sourced',
      note: 'The article does not say for which kind of owner.',
      ...aiValueCapture,
    },
  }),
  ...assumptionSet('2026-07-23/vr-nvl72', {
    systemPricePerGpu: {
      value: 7_803_148 / 72,
      unit: 'USD',
      basis: 'derived',
      note: 'A rack of 72 GPUs in the OEM channel.',
      ...morganStanley,
    },
    tcoOwnerPerGpuHour: {
      value: 3.57,
      unit: 'USD per GPU-hour',
      basis: 'sourced',
      note: 'Owned and operated; the power profile is not printed.',
      ...veraRubinInference,
    },
  }),
];

export const vrNvl72MaxQFacts = assumptionSet('2026-07-23/vr-nvl72-max-q', {
  chipTdpW: { value: 1800, unit: 'W', basis: 'sourced', ...veraRubinInference },
  opexHyperscalerPerGpuHour: {
    value: 0.75,
    unit: 'USD per GPU-hour',
    basis: 'sourced',
    ...veraRubinDesign,
  },
});
