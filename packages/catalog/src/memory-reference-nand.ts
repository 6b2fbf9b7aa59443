/** Printed prices of NAND flash. */
import { homePage, koreanPress } from './memory-citations.ts';
import type { MemoryPriceTable } from './memory-reference.ts';
import { spotUpdates } from './memory-spot-updates.ts';

const weekly = { ...homePage, confidence: 'B', note: 'Dated one week before it was read.' } as const;

export const nandReference: readonly MemoryPriceTable[] = [
  {
    part: 'nand-mlc-128gb',
    basis: 'contract',
    unit: 'USD/chip',
    prices: [
      { date: '2025-08', value: 3.42, ...koreanPress },
      { date: '2025-09', value: 3.79, ...koreanPress },
      { date: '2025-10', value: 4.35, ...koreanPress },
      { date: '2025-11', value: 5.19, ...koreanPress },
      { date: '2025-12', value: 5.74, ...koreanPress },
      { date: '2026-01', value: 9.46, ...koreanPress },
      { date: '2026-02', value: 12.67, ...koreanPress },
      { date: '2026-03', value: 17.73, ...koreanPress },
      { date: '2026-04', value: 24.26, ...koreanPress },
      { date: '2026-05', value: 26.51, ...koreanPress },
      { date: '2026-06', value: 28.82, ...koreanPress },
      { date: '2026-07', value: 30.1, ...koreanPress },
    ],
  },
  {
    part: 'die-tlc-512gb',
    basis: 'spot',
    unit: 'USD/die',
    prices: [
      { date: '2024-05-29', value: 3.479, ...spotUpdates['2024-05-29'] },
      { date: '2024-08-28', value: 3.211, ...spotUpdates['2024-08-28'] },
      { date: '2024-11-06', value: 2.38, ...spotUpdates['2024-11-06'] },
      { date: '2025-02-12', value: 2.4, ...spotUpdates['2025-02-12'] },
      { date: '2026-05-04', value: 20.541, ...weekly },
      { date: '2026-08-10', value: 21.125, ...weekly },
    ],
  },
];
