/** What a system can be worth at most: the price of the reference compute it replaces. */
import type { Day, Tenor } from '@bandgap/core';
import { type Assumption, assumptionSet } from './assumption.ts';
import { aiValueCapture } from './citations.ts';
import type { SystemId } from './systems.ts';

export interface CeilingProject {
  readonly id: string;
  readonly system: SystemId;
  readonly tenor: Tenor;
  /** The system whose price per PFLOP-hour the buyer pays today. */
  readonly reference: SystemId;
  readonly asOf: Day;
  readonly assumptions: readonly Assumption[];
}

export const ceilingProjects: readonly CeilingProject[] = [
  {
    id: 'vr-nvl72/contract_5y',
    system: 'vr-nvl72',
    tenor: 'contract_5y',
    reference: 'gb300-nvl72',
    asOf: '2026-05-01',
    assumptions: assumptionSet('2026-05-01/vr-nvl72-ceiling', {
      refPricePerPflopHour: {
        value: 0.7,
        unit: 'USD per dense FP8 PFLOP-hour',
        basis: 'sourced',
        note: 'Five-year rental of GB300 NVL72.',
        ...aiValueCapture,
      },
      conservativePricePerPflopHour: {
        value: 0.55,
        unit: 'USD per dense FP8 PFLOP-hour',
        basis: 'sourced',
        note: 'Picked by the analysts a little under the trend of price per FLOP; no formula behind it.',
        ...aiValueCapture,
      },
      targetPflops: { value: 17.5, unit: 'PFLOP/s', basis: 'sourced', note: 'Dense FP8, Max-P.', ...aiValueCapture },
    }),
  },
];
