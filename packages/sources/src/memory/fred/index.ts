/** FRED, the data service of the Federal Reserve Bank of St. Louis: monthly price indices of the Bureau of Labor Statistics. */
import { type MemoryStatistic, memoryStatistics } from '@bandgap/catalog';
import { type Artifact, type Row, SourceChanged, skip } from '@bandgap/core';
import type { Source } from '../../define-source.ts';
import { type CsvRow, csvRows } from '../../documents/csv-document.ts';
import { statisticRow } from '../../rows/statistic-row.ts';

const followed = memoryStatistics.filter(({ office }) => office === 'bls');
const graph = 'https://fred.stlouisfed.org/graph/fredgraph.csv';
const since = '2024-01-01';

export const fred: Source = {
  id: 'fred',
  name: 'US semiconductor price indices, FRED',
  home: 'https://fred.stlouisfed.org/series/IR21320',
  commodity: 'memory',
  parserVersion: 1,
  schedule: '40 14 * * 1',
  staleAfterMinutes: 21 * 1440,
  licence: {
    terms: 'open',
    name: 'Public domain; the Bureau of Labor Statistics asks to be named',
    attribution: 'U.S. Bureau of Labor Statistics, relayed by FRED',
  },
  optIn: false,
  expect: { atLeast: 12, mustQuote: [], rejectIfSkippedOver: 0.2 },
  requests: () => followed.map(({ code }) => ({ url: `${graph}?id=${code}&cosd=${since}` })),
  parse: (artifact) => {
    const statistic = statisticOf(artifact);
    return csvRows(artifact, { columns: ['observation_date', statistic.code] }).map((row) => rowOf(row, statistic));
  },
};

function statisticOf({ url }: Artifact): MemoryStatistic {
  const statistic = followed.find(({ code }) => new URL(url).searchParams.get('id') === code);
  if (statistic === undefined) throw new SourceChanged(`expected a series that is followed, was ${url}`);
  return statistic;
}

/** A month without a figure is left blank, or has a full stop. */
function rowOf(row: CsvRow, statistic: MemoryStatistic): Row {
  const [month, printed, at] = [row.field('observation_date'), row.field(statistic.code), `line ${row.line}`];
  if (!/^\d{4}-\d\d-01$/.test(month)) return skip('no_date', `${month}: ${printed}`, at);
  if (printed === '' || printed === '.') return skip('unpriced', `${statistic.code} of ${month}`, at);
  if (!/^\d+(\.\d+)?$/.test(printed)) return skip('not_a_price', `${statistic.code} of ${month}: ${printed}`, at);
  return statisticRow({ statistic, month, value: Number(printed), at });
}
