/** What offices of statistics count and index near memory. None of it is the price of a part, and none is compared with one. */
import type { Unit } from '@bandgap/core';

export interface MemoryStatistic {
  readonly id: string;
  readonly name: string;
  /** The office, as a venue. */
  readonly office: 'bls' | 'korea-customs';
  /** The office's own name of the series. */
  readonly code: string;
  readonly unit: Unit;
  readonly note: string;
}

export const memoryStatistics: readonly MemoryStatistic[] = [
  {
    id: 'us-import-price-semiconductors',
    name: 'US import price index, semiconductors',
    office: 'bls',
    code: 'IR21320',
    unit: 'index',
    note: '2000 = 100, not seasonally adjusted. All semiconductors: no index of memory alone has been kept since 2015.',
  },
  {
    id: 'us-producer-price-semiconductors',
    name: 'US producer price index, semiconductors and related devices',
    office: 'bls',
    code: 'PCU334413334413',
    unit: 'index',
    note: 'Not seasonally adjusted. All semiconductors made in the United States.',
  },
  {
    id: 'korea-memory-exports',
    name: 'Korean exports of memory, value by weight',
    office: 'korea-customs',
    code: '854232',
    unit: 'USD/kg',
    note: 'HS 854232, integrated circuits that are memories. The mix moves it: a kilogram of HBM is worth many of DDR4.',
  },
];

/** Undefined for a series that is not followed. */
export const memoryStatistic = (code: string): MemoryStatistic | undefined =>
  memoryStatistics.find((statistic) => statistic.code === code);
