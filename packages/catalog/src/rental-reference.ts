/** Rental prices of signed contracts, as printed in public: nobody lists them daily. */
import type { Day, Instant, Surface, Tenor, Unit } from '@bandgap/core';
import type { Basis } from './assumption.ts';
import { aiValueCapture } from './citations.ts';
import type { GpuId } from './gpus.ts';
import { lastDayOf, type ReferenceDate } from './reference-date.ts';

export interface RentalPrice {
  readonly gpu: GpuId;
  readonly tenor: Tenor;
  readonly surface: Surface;
  readonly date: ReferenceDate;
  readonly value: number;
  readonly unit: Unit;
  readonly basis: Basis;
  readonly source: string;
  readonly url: string;
  readonly note?: string;
}

export interface RentalReferencePoint extends RentalPrice {
  /** The printed day, or the last day of the printed month. */
  readonly asOf: Day;
}

const gpuShortage = {
  basis: 'sourced',
  source: 'SemiAnalysis, The Great GPU Shortage - Rental Capacity, 2026-04-02',
  url: 'https://newsletter.semianalysis.com/p/the-great-gpu-shortage-rental-capacity',
} as const;

const h100OneYear = { gpu: 'h100', tenor: 'contract_1y', surface: 'survey', unit: 'USD/GPU-hr' } as const;
const gb300FiveYears = { gpu: 'gb300', tenor: 'contract_5y', unit: 'USD/GPU-hr' } as const;

const prices: readonly RentalPrice[] = [
  { ...h100OneYear, date: '2025-10', value: 1.7, ...gpuShortage },
  { ...h100OneYear, date: '2026-03', value: 2.35, ...gpuShortage },
  {
    ...h100OneYear,
    date: '2026-06',
    value: 2.65,
    basis: 'sourced',
    source: 'SemiAnalysis neocloud survey, relayed by The Information Machine, 2026-06-26',
    url: 'https://theinformationmachine.fyi/threads/gpu-spot-contract-pricing/',
    note: 'About.',
  },
  {
    ...gb300FiveYears,
    surface: 'transacted',
    date: '2025-11-03',
    value: 2.91,
    basis: 'derived',
    source: 'Data Center Pulse, Microsoft and IREN sign 9.7 billion USD over five years, 2025-11-03',
    url: 'https://dcpulse.com/news/microsoft-iren-gb300-gpu-cloud-deal',
    note: '9.7 billion USD over 5 years of 8,760 hours and about 76,000 GPUs, with 20 % prepaid; the number of GPUs is from secondary sources.',
  },
  {
    ...gb300FiveYears,
    surface: 'survey',
    date: '2026-05-01',
    value: 3.5,
    basis: 'derived',
    source: aiValueCapture.source,
    url: aiValueCapture.url,
    note: '0.70 USD per PFLOP-hour times 5 dense FP8 PFLOP/s.',
  },
];

/** When this list was last gone through. */
export const rentalReferenceReleasedAt: Instant = '2026-11-22T00:00:00.000Z';

export const rentalReference: readonly RentalReferencePoint[] = prices.map((price) => ({
  ...price,
  asOf: lastDayOf(price.date),
}));
