/** How far the inputs of a floor may be off: distributions for drawing, and ranges for moving one at a time. */
import type { Day } from '@bandgap/core';
import { type Assumption, assumptionSet } from './assumption.ts';
import { bandgap } from './citations.ts';
import { fiveYearContract } from './financing.ts';
import type { SystemId } from './systems.ts';
import { vrNvl72 } from './vr-nvl72.ts';

export interface UncertainFloor {
  /** System and tenor: `vr-nvl72/contract_5y`. */
  readonly id: string;
  readonly system: SystemId;
  readonly asOf: Day;
  readonly assumptions: readonly Assumption[];
}

const judgement = { ...bandgap, source: 'Bandgap, judgement around the published figures' };
const judged = (value: number, unit: string, note?: string) =>
  ({ value, unit, basis: 'convention', ...judgement, ...(note === undefined ? {} : { note }) }) as const;

const known = (figures: readonly Assumption[], roles: readonly string[]) =>
  figures.filter(({ role }) => roles.includes(role));

const contract = 'fraction of contract value';

export const uncertainFloors: readonly UncertainFloor[] = [
  {
    id: 'vr-nvl72/contract_5y',
    system: 'vr-nvl72',
    asOf: '2026-05-01',
    assumptions: [
      ...known(vrNvl72, ['capexPerWatt', 'gpusPerRack']),
      ...known(fiveYearContract, ['termYears']),
      ...assumptionSet('2026-05-01/vr-nvl72-uncertainty', {
        capexPerWattSigma: judged(0.08, 'standard deviation of ln', 'Around the printed figure as the median.'),
        rackKwLow: judged(185, 'kW', 'The Max-Q profile, without the network outside the servers.'),
        rackKwHigh: judged(225, 'kW', 'A little over the printed maximum.'),
        opexPerGpuHourLow: judged(0.9, 'USD per GPU-hour', 'Near the 0.94 of a hyperscaler.'),
        opexPerGpuHourMode: judged(1.28, 'USD per GPU-hour', 'The calibrated total.'),
        opexPerGpuHourHigh: judged(1.75, 'USD per GPU-hour'),
        utilizationLow: judged(0.9, 'fraction of hours billed'),
        utilizationMode: judged(0.98, 'fraction of hours billed'),
        utilizationHigh: judged(1, 'fraction of hours billed'),
        residualFractionLow: judged(0, 'fraction of capex'),
        residualFractionMode: judged(0.05, 'fraction of capex'),
        residualFractionHigh: judged(0.2, 'fraction of capex'),
        prepayFractionLow: judged(0, contract),
        prepayFractionMode: judged(0.15, contract, 'As published.'),
        prepayFractionHigh: judged(0.25, contract, 'The upper end of the prepayments of CoreWeave.'),
        hurdleIrrLow: judged(0.13, 'fraction per year'),
        hurdleIrrHigh: judged(0.2, 'fraction per year', 'The mid to high teens, and a little either side.'),
        startDelayPeriodsLow: judged(0, 'months'),
        startDelayPeriodsHigh: judged(9, 'months', 'From paying for the system to the first month of service.'),
        periodsPerYear: judged(12, 'periods per year', 'Monthly, because the delay is in months.'),
        draws: judged(200_000, 'draws'),
        seed: judged(20_260_501, 'seed of the generator', 'The date of the set; any other would do.'),
      }),
    ],
  },
];

/** One input of a floor at its low and high value; `relative` to its own value, or as it stands. */
export interface FloorRange {
  readonly param: string;
  readonly relative: boolean;
  readonly low: Assumption;
  readonly high: Assumption;
}

interface Judged {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly note?: string;
}

function range(param: string, { low, high, unit, note }: Judged): FloorRange {
  const figures = assumptionSet('2026-05-01/floor-ranges', {
    [`${param}Low`]: judged(low, unit, note),
    [`${param}High`]: judged(high, unit, note),
  });
  const [atLow, atHigh] = figures;
  if (atLow === undefined || atHigh === undefined) throw new Error(`expected two figures for ${param}`);
  return { param, relative: unit.startsWith('times'), low: atLow, high: atHigh };
}

const times = 'times its own value';

export const floorRanges: readonly FloorRange[] = [
  range('capexPerGpu', { low: 0.8, high: 1.2, unit: times }),
  range('termYears', { low: 4, high: 6, unit: 'years' }),
  range('utilization', { low: 0.85, high: 1, unit: 'fraction of hours billed' }),
  range('opexPerGpuHour', {
    low: 0.94 / 1.2775,
    high: 1.7 / 1.2775,
    unit: times,
    note: 'From the 0.94 USD of a hyperscaler to 1.70 for VR NVL72, as shares of its calibrated 1.2775.',
  }),
  range('prepayFraction', { low: 0, high: 0.25, unit: contract }),
  range('hurdleIrr', { low: 0.12, high: 0.2, unit: 'fraction per year' }),
  range('residualFraction', { low: 0, high: 0.2, unit: 'fraction of capex' }),
  range('taxRate', {
    low: 0,
    high: 0.257,
    unit: 'fraction of profit',
    note: 'To 21 % federal and 6 % state, which is deductible.',
  }),
  range('opexEscalation', { low: 0, high: 0.03, unit: 'fraction per year' }),
];
