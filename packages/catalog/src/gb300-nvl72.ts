/** GB300 NVL72 on a five-year contract. */
import { assumptionSet } from './assumption.ts';
import { aiValueCapture } from './citations.ts';

const referenceArchitecture = {
  source: 'NVIDIA, Enterprise Reference Architecture: NVL72 AI Factory, System Hardware & Components',
  url: 'https://docs.nvidia.com/enterprise-reference-architectures/nvl72-ai-factory/latest/components.html',
  asOf: '2026-05-01',
} as const;

export const gb300Nvl72 = assumptionSet('2026-05-01/gb300-nvl72', {
  capexPerWatt: {
    value: 37.4,
    unit: 'USD per W',
    basis: 'sourced',
    note: 'All-in capital cost per watt of rack power, read as for the VR NVL72. Gives 73,761 USD per GPU; IREN pays Dell about 76,300.',
    ...aiValueCapture,
  },
  rackKw: {
    value: 142,
    unit: 'kW',
    basis: 'sourced',
    note: 'Full rack, upper end. The page bears no date; it is dated with this set.',
    ...referenceArchitecture,
  },
  gpusPerRack: { value: 72, unit: 'GPUs', basis: 'sourced', ...referenceArchitecture },
  pflopsFp8Dense: { value: 5, unit: 'PFLOP/s', basis: 'sourced', note: 'Dense FP8.', ...aiValueCapture },
});
