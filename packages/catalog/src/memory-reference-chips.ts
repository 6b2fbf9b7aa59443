/** Printed prices of DRAM chips. */
import { captured, contractTable, homePage, koreanPress, priceOverview, spotTable } from './memory-citations.ts';
import type { MemoryPriceTable } from './memory-reference.ts';
import { spotUpdates } from './memory-spot-updates.ts';

const apiExample = {
  publisher: 'dramexchange',
  source: 'DRAMeXchange, as given in the example of the Arrays price API',
  url: 'https://data-tools.prd.space.id',
  confidence: 'B',
} as const;

const inSpot = { basis: 'spot', unit: 'USD/chip' } as const;

export const chipReference: readonly MemoryPriceTable[] = [
  {
    part: 'dram-ddr5-16gb-4800',
    ...inSpot,
    prices: [
      { date: '2025-07-01', value: 6.078, ...captured('20250701190105') },
      { date: '2025-07-25', value: 6.1, ...captured('20250725123947') },
      { date: '2025-08-10', value: 6.193, ...captured('20250810210406') },
      { date: '2025-11-04', value: 16.125, ...captured('20251104161001') },
      { date: '2025-12-03', value: 27.2, ...captured('20251203200641') },
      { date: '2025-12-09', value: 26.333, ...spotTable },
      { date: '2026-01-02', value: 29.803, low: 21, high: 42, ...apiExample },
      { date: '2026-03-04', value: 39.2, ...captured('20260304232211') },
      { date: '2026-03-06', value: 39.667, ...captured('20260306175018') },
      { date: '2026-04-01', value: 37.067, ...captured('20260401095412') },
      { date: '2026-04-17', value: 37.833, low: 28, high: 49.5, ...homePage },
      { date: '2026-05-01', value: 39, low: 28.5, high: 51, ...homePage },
      { date: '2026-06-01', value: 42.267, low: 30.5, high: 53, ...homePage },
      { date: '2026-07-15', value: 48.9, note: 'Session of 18:10 GMT+8.', ...homePage },
      { date: '2026-08-21', value: 54.1, low: 37, high: 68.5, ...spotTable },
      { date: '2026-09-21', value: 56.933, ...priceOverview },
    ],
  },
  {
    part: 'dram-ddr5-16gb-ett',
    ...inSpot,
    prices: [{ date: '2026-09-21', value: 24.8, ...priceOverview }],
  },
  {
    part: 'dram-ddr4-16gb-3200',
    ...inSpot,
    prices: [
      { date: '2025-07-01', value: 8.534, ...captured('20250701190105') },
      { date: '2025-11-04', value: 26.9, ...captured('20251104161001') },
      { date: '2025-12-03', value: 45.5, ...captured('20251203200641') },
      { date: '2026-03-04', value: 77.159, ...captured('20260304232211') },
      { date: '2026-04-01', value: 74, ...captured('20260401095412') },
      { date: '2026-08-21', value: 91.073, low: 42, high: 116, ...spotTable },
      { date: '2026-09-21', value: 85, low: 45.5, high: 119.5, ...priceOverview },
    ],
  },
  {
    part: 'dram-ddr4-8gb-2666',
    ...inSpot,
    prices: [
      { date: '2024-01-24', value: 1.896, ...spotUpdates['2024-01-24'] },
      { date: '2024-05-29', value: 1.909, ...spotUpdates['2024-05-29'] },
      { date: '2024-08-28', value: 1.973, ...spotUpdates['2024-08-28'] },
      { date: '2024-11-06', value: 1.843, ...spotUpdates['2024-11-06'] },
    ],
  },
  {
    part: 'dram-ddr4-8gb-3200',
    ...inSpot,
    prices: [
      { date: '2025-02-12', value: 1.451, ...spotUpdates['2025-02-12'] },
      { date: '2025-04-30', value: 1.804, ...spotUpdates['2025-04-30'] },
      { date: '2025-12-09', value: 17.064, ...spotTable },
      { date: '2026-08-21', value: 43.288, low: 23, high: 74, ...spotTable },
      { date: '2026-09-21', value: 46.036, ...priceOverview },
    ],
  },
  {
    part: 'dram-gddr6-8gb',
    ...inSpot,
    prices: [{ date: '2026-04-17', value: 12.412, low: 9.5, high: 20, ...homePage }],
  },
  {
    part: 'dram-ddr4-8gb',
    basis: 'contract',
    unit: 'USD/chip',
    prices: [
      { date: '2025-08', value: 5.7, ...koreanPress },
      { date: '2025-09', value: 6.3, ...koreanPress },
      { date: '2025-10', value: 7, ...koreanPress },
      { date: '2025-11', value: 8.1, ...koreanPress },
      { date: '2025-12', value: 9.3, ...koreanPress },
      { date: '2026-01', value: 11.5, ...koreanPress },
      { date: '2026-02', value: 13, ...koreanPress },
      { date: '2026-03', value: 13, ...koreanPress },
      { date: '2026-04', value: 16, ...koreanPress },
      { date: '2026-05', value: 20, ...koreanPress },
      { date: '2026-06', value: 21, ...koreanPress },
      {
        date: '2026-06',
        value: 21,
        low: 19,
        high: 28.5,
        note: 'Second half of June, shown until 2026-08-21.',
        ...contractTable,
      },
      { date: '2026-07', value: 24, ...koreanPress },
    ],
  },
];
