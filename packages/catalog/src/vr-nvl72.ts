/** VR NVL72 on a five-year contract: what the published floor of 4.92 USD per GPU-hour is made of. */
import { assumptionSet } from './assumption.ts';
import { aiValueCapture, veraRubinDesign } from './citations.ts';

export const gpusPerRack = { value: 72, unit: 'GPUs', basis: 'sourced', ...veraRubinDesign } as const;

export const vrNvl72 = assumptionSet('2026-05-01/vr-nvl72', {
  capexPerWatt: {
    value: 38.1,
    unit: 'USD per W',
    basis: 'sourced',
    note: 'All-in capital cost. That the watt is one of rack power and not of chip TDP is inferred: on chip TDP a GB300 GPU would cost less than the printed 61,600 USD of an HGX B300.',
    ...aiValueCapture,
  },
  rackKw: { value: 220, unit: 'kW', basis: 'sourced', note: 'Upper end of the rack, at Max-P.', ...veraRubinDesign },
  gpusPerRack,
  pflopsFp8Dense: {
    value: 17.5,
    unit: 'PFLOP/s',
    basis: 'sourced',
    note: 'Dense FP8 at 2,300 W; 16.625 at 1,800 W.',
    ...aiValueCapture,
  },
});
