/** One month of a statistic, which is the price of nothing one can buy. */
import type { MemoryStatistic } from '@bandgap/catalog';
import { addDays, type Day, type Quote, quote, startOf } from '@bandgap/core';

export interface StatisticRow {
  readonly statistic: MemoryStatistic;
  /** Any day of the month. The statistic is dated with the last. */
  readonly month: Day;
  readonly value: number;
  readonly at: string;
}

export function statisticRow({ statistic, month, value, at }: StatisticRow): Quote {
  const { id: subject, office: venue, unit } = statistic;
  const terms = { kind: 'memory', basis: 'statistic' } as const;
  return quote({
    series: { subject, metric: 'average', venue, terms, unit },
    value,
    observedAt: startOf(lastOf(month)),
    at,
  });
}

function lastOf(month: Day): Day {
  const inNext = addDays(`${month.slice(0, 8)}28`, 4);
  return addDays(`${inNext.slice(0, 8)}01`, -1);
}
