/** Published figures that the models claim to give, and how each comes about. */
import { aiValueCapture, bandgap, type Citation, spaceDatacenters } from './citations.ts';

export type AnchorId =
  | 'vr-floor'
  | 'vr-floor-per-pflop'
  | 'vr-floor-drop'
  | 'vr-parity'
  | 'vr-conservative'
  | 'vr-irr-at-8'
  | 'vr-floor-dearer'
  | 'gb300-capex-per-watt'
  | 'vr-capex-per-watt'
  | 'gb300-tco-per-pflop'
  | 'vr-tco-per-pflop'
  | 'b300-it-capital'
  | 'b300-datacenter-capital'
  | 'b300-tco'
  | 'b300-tokens'
  | 'opus-blended'
  | 'b300-software'
  | 'gb300-fp8'
  | 'gb300-fp4'
  | 'margin-cost-ratio'
  | 'socamm-price'
  | 'socamm-at-8'
  | 'socamm-at-10'
  | 'socamm-at-13'
  | 'socamm-slope';

/**
 * Whether a match says anything: `computed` from other published figures it does. `calibrated` means that an input was
 * chosen to give it, `given` that it goes in as it is, `own` that nobody printed it and it is kept against drift.
 */
export type AnchorBasis = 'computed' | 'calibrated' | 'given' | 'own';

export interface Anchor extends Omit<Citation, 'url'> {
  readonly id: AnchorId;
  readonly what: string;
  readonly published: number;
  readonly unit: string;
  /** How far off still counts: half a unit of the last printed digit, unless the note says why not. */
  readonly within: number;
  readonly basis: AnchorBasis;
  readonly url?: string;
  readonly note?: string;
}

const perGpuHour = 'USD/GPU-hr';
const perPflopHour = 'USD/PFLOP-hr';
const own = { basis: 'own', ...bandgap } as const;
const perGpu = { unit: 'USD/GPU', within: 0.5, ...own } as const;
const calibrated = { basis: 'calibrated', ...aiValueCapture } as const;
const computed = { basis: 'computed', ...aiValueCapture } as const;
const levelised = { unit: perGpuHour, within: 0.005, basis: 'computed', ...spaceDatacenters } as const;
const times = { unit: 'times', within: 0.05 } as const;

export const anchors: readonly Anchor[] = [
  {
    id: 'vr-floor',
    what: 'VR NVL72 floor at 15.6 %, five years, 15 % prepaid',
    published: 4.92,
    unit: perGpuHour,
    within: 0.005,
    note: 'The last part of opex is chosen for it.',
    ...calibrated,
  },
  {
    id: 'vr-floor-per-pflop',
    what: 'the same per dense FP8 PFLOP',
    published: 0.28,
    unit: perPflopHour,
    within: 0.005,
    ...calibrated,
  },
  {
    id: 'vr-floor-drop',
    what: 'how far that is under the 0.70 of GB300',
    published: 0.6,
    unit: 'fraction',
    within: 0.005,
    ...calibrated,
  },
  {
    id: 'vr-parity',
    what: 'VR NVL72 at value parity with GB300',
    published: 12.25,
    unit: perGpuHour,
    within: 0.005,
    ...computed,
  },
  {
    id: 'vr-conservative',
    what: 'VR NVL72 at the conservative ceiling',
    published: 9.63,
    unit: perGpuHour,
    within: 0.005,
    note: '0.55 x 17.5 = 9.625; the 0.55 is a pick of the analysts.',
    ...computed,
  },
  {
    id: 'vr-irr-at-8',
    what: 'project IRR at 8.00 with systems 40 % dearer',
    published: 0.38,
    unit: 'fraction per year',
    within: 0.01,
    note: 'A point on a chart, so within one percentage point. The convention of yearly flows was chosen with it in view.',
    ...calibrated,
  },
  {
    id: 'vr-floor-dearer',
    what: 'floor with systems 40 % dearer',
    published: 6.11,
    unit: perGpuHour,
    within: 0.005,
    ...own,
  },
  {
    id: 'gb300-capex-per-watt',
    what: 'GB300 NVL72 capex per watt',
    published: 37.4,
    unit: 'USD/W',
    within: 0.05,
    ...aiValueCapture,
    basis: 'given',
  },
  {
    id: 'vr-capex-per-watt',
    what: 'VR NVL72 capex per watt',
    published: 38.1,
    unit: 'USD/W',
    within: 0.05,
    ...aiValueCapture,
    basis: 'given',
  },
  {
    id: 'gb300-tco-per-pflop',
    what: 'GB300 cost of 2.69 per dense FP8 PFLOP',
    published: 0.54,
    unit: perPflopHour,
    within: 0.005,
    ...computed,
  },
  {
    id: 'vr-tco-per-pflop',
    what: 'VR NVL72 cost of 4.18 per dense FP8 PFLOP',
    published: 0.24,
    unit: perPflopHour,
    within: 0.005,
    ...computed,
  },
  { id: 'b300-it-capital', what: 'HGX B300: capital in IT', published: 1.81, ...levelised },
  { id: 'b300-datacenter-capital', what: 'HGX B300: capital in the datacenter', published: 0.36, ...levelised },
  { id: 'b300-tco', what: 'HGX B300: both and 0.21 of opex', published: 2.37, ...levelised },
  {
    id: 'b300-tokens',
    what: 'HGX B300 at 2.49 and 5,100 tokens per second',
    published: 135,
    unit: 'USD per billion tokens',
    within: 1,
    basis: 'computed',
    note: 'Printed without decimals from unrounded parts, so within one dollar.',
    ...spaceDatacenters,
  },
  {
    id: 'opus-blended',
    what: 'Claude Opus 4.7 at 300 tokens in per token out',
    published: 0.99,
    unit: 'USD/MTok',
    within: 0.005,
    note: 'The hit rate, printed as over 90 %, is chosen for it.',
    ...calibrated,
  },
  { id: 'b300-software', what: 'B300 tokens made cheaper by software alone', published: 14, ...times, ...computed },
  { id: 'gb300-fp8', what: 'GB300 tokens cheaper than H100, 17x at 1.7x the cost', published: 10, ...times, ...own },
  { id: 'gb300-fp4', what: 'GB300 tokens cheaper than H100, 32x at 1.7x the cost', published: 18.8, ...times, ...own },
  {
    id: 'margin-cost-ratio',
    what: 'cost per token after over before, for a margin of 70 % after 38 %',
    published: 0.484,
    unit: 'fraction',
    within: 0.0005,
    ...own,
  },
  {
    id: 'socamm-price',
    what: 'SOCAMM to the customer, at 10 and a 60 % margin',
    published: 25,
    unit: 'USD/GB',
    within: 0.005,
    ...own,
  },
  { id: 'socamm-at-8', what: 'SOCAMM per VR GPU at a cost of 8 per GB', published: 15_360, ...perGpu },
  { id: 'socamm-at-10', what: 'SOCAMM per VR GPU at a cost of 10 per GB', published: 19_200, ...perGpu },
  { id: 'socamm-at-13', what: 'SOCAMM per VR GPU at a cost of 13 per GB', published: 24_960, ...perGpu },
  {
    id: 'socamm-slope',
    what: 'floor per dollar of SOCAMM cost per GB',
    published: 0.0616,
    unit: perGpuHour,
    within: 0.00005,
    ...own,
  },
];
