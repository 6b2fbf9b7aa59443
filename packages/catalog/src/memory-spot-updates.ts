/** The weekly notes in which TrendForce names the main spot prices. */
import type { MemoryCitation } from './memory-citations.ts';

const note = (path: string): MemoryCitation => ({
  publisher: 'trendforce',
  source: 'TrendForce, Memory Spot Price Update',
  url: `https://www.trendforce.com/news/${path}`,
  confidence: 'A',
});

export const spotUpdates = {
  '2024-01-24': note('2024/01/24/insights-memory-spot-price-trends-clear-surge-in-dram-nand-flash-relatively-calm/'),
  '2024-05-29': note(
    '2024/05/29/insights-memory-spot-price-update-price-dropped-further-nand-demand-momentum-expected-to-pick-up-in-q3',
  ),
  '2024-08-28': note(
    '2024/08/28/insights-memory-spot-price-update-south-korean-supplier-increased-ddr5-supply-generating-downward-price-pressure-for-dram',
  ),
  '2024-11-06': note(
    '2024/11/06/insights-memory-spot-price-update-nand-price-declines-linked-to-potential-supplier-wafer-provision-expansion',
  ),
  '2025-02-12': note(
    '2025/02/12/insights-memory-spot-price-update-sk-hynix-2gb8-a-die-prices-rise-on-shortages-though-dram-spot-market-lags/',
  ),
  '2025-04-30': note(
    '2025/04/30/insights-memory-spot-price-update-top-dram-suppliers-ending-ddr3ddr4-output-driving-spot-price-surge/',
  ),
} as const;
