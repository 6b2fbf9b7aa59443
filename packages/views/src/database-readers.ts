/** The readers over PostgreSQL. Every statement is a query function of the db package. */
import type { Clock } from '@bandgap/core';
import { type Db, latestRuns } from '@bandgap/db';
import { findReceipt } from '@bandgap/receipts';
import { readIndex, readIndices } from './index-reader.ts';
import { readOneChart } from './one-chart-reader.ts';
import { readMemoryPrices, readTokenPrices } from './price-series-reader.ts';
import type { Readers } from './readers.ts';
import { readSources } from './source-reader.ts';
import { readToday } from './today-reader.ts';

export const databaseReaders = ({ query }: Db, clock: Clock): Readers => ({
  today: () => readToday(query, clock()),
  indices: () => readIndices(query),
  index: (id) => readIndex(query, id),
  oneChart: () => readOneChart(query),
  tokenPrices: (model) => readTokenPrices(query, model, clock()),
  memoryPrices: (part) => readMemoryPrices(query, part),
  receipt: (prefix) => findReceipt(query, prefix),
  sources: () => readSources(query, clock()),
  ready: async () => void (await latestRuns(query, 'rental-floor')),
});
