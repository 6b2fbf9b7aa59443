/** Printed prices of memory modules and mobile packages. */
import { captured, capturedContracts, contractTable, homePage, memoryMarket } from './memory-citations.ts';
import type { MemoryPriceTable } from './memory-reference.ts';

const readByValue = 'Printed among the 8Gb chips; the price identifies the 8 GB module.';

const lpddr5x = (gigabits: number, may: number, august: number): MemoryPriceTable => ({
  part: `package-lpddr5x-${gigabits}gb`,
  basis: 'spot_proxy',
  unit: 'USD/package',
  prices: [
    { date: '2026-05-19', value: may, ...memoryMarket('lpddr') },
    { date: '2026-08-18', value: august, ...memoryMarket('lpddr') },
  ],
});

export const moduleReference: readonly MemoryPriceTable[] = [
  {
    part: 'module-ddr5-udimm-16gb',
    basis: 'spot',
    unit: 'USD/module',
    prices: [
      { date: '2025-11-24', value: 100.5, ...captured('20251124134133') },
      { date: '2025-12-03', value: 115, ...captured('20251203200641') },
      { date: '2026-03-04', value: 245, ...captured('20260304232211') },
      { date: '2026-04-01', value: 232.5, ...captured('20260401095412') },
      { date: '2026-04-17', value: 222.5, low: 200, high: 240, ...homePage },
    ],
  },
  {
    part: 'module-ddr5-rdimm-32gb',
    basis: 'spot',
    unit: 'USD/module',
    prices: [{ date: '2026-04-17', value: 930, low: 880, high: 1150, ...homePage }],
  },
  {
    part: 'module-ddr5-rdimm-32gb',
    basis: 'spot_proxy',
    unit: 'USD/module',
    prices: [{ date: '2026-08-11', value: 900, ...memoryMarket('rdimm') }],
  },
  {
    part: 'module-ddr5-rdimm-64gb',
    basis: 'spot_proxy',
    unit: 'USD/module',
    prices: [
      { date: '2025-12-09', value: 500, ...memoryMarket('rdimm') },
      { date: '2026-08-11', value: 1590, ...memoryMarket('rdimm') },
    ],
  },
  {
    part: 'module-ddr5-rdimm-96gb',
    basis: 'spot_proxy',
    unit: 'USD/module',
    prices: [{ date: '2026-08-11', value: 2650, ...memoryMarket('rdimm') }],
  },
  {
    part: 'module-ddr5-sodimm-8gb',
    basis: 'contract',
    unit: 'USD/module',
    prices: [
      {
        date: '2026-06',
        value: 115,
        low: 102,
        high: 123,
        note: 'Second half of June, shown until 2026-08-21.',
        ...contractTable,
      },
    ],
  },
  {
    part: 'module-ddr4-sodimm-8gb',
    basis: 'contract',
    unit: 'USD/module',
    prices: [
      { date: '2025-06-30', value: 19.5, note: readByValue, ...capturedContracts('20250805014014') },
      { date: '2025-09-30', value: 27, note: readByValue, ...capturedContracts('20251101032036') },
      { date: '2025-10-31', value: 31.5, note: readByValue, ...capturedContracts('20251202140020') },
      { date: '2026-01-30', value: 85, note: readByValue, ...capturedContracts('20260304232218') },
    ],
  },
  lpddr5x(32, 55, 61),
  lpddr5x(48, 77, 88),
  lpddr5x(64, 100, 114),
  lpddr5x(96, 165, 175),
  lpddr5x(128, 221, 235),
];
