/** The tables behind charts of token and memory prices: one row per day on which something is known. */
import { type MemoryChart, type TokenPriceChart, usd } from '@bandgap/charts';
import { type Day, startOf } from '@bandgap/core';
import type { Cell, DataBehind } from './chart.tsx';

interface DatedPrice {
  readonly day: Day;
  /** Null where there is none any more. */
  readonly price: number | null;
}

interface NamedPrices {
  readonly label: string;
  readonly prices: readonly DatedPrice[];
}

const table = (
  named: readonly NamedPrices[],
  cellOf: (prices: readonly DatedPrice[], day: Day) => Cell,
): DataBehind => ({
  columns: ['day', ...named.map(({ label }) => `#${label}`)],
  rows: [...new Set(named.flatMap(({ prices }) => prices.map(({ day }) => day)))].sort().map((day) => ({
    x: Date.parse(startOf(day)),
    heading: day,
    cells: named.map(({ prices }) => cellOf(prices, day)),
  })),
});

const cell = (price: number | null | undefined): Cell =>
  price == null ? '' : { y: Number(price.toFixed(6)), text: usd(price) };

/** A list price holds until it is changed. */
export const tokenData = ({ prices }: TokenPriceChart): DataBehind =>
  table(
    prices.map(({ label, changes }) => ({ label, prices: changes })),
    (changes, day) => cell(changes.findLast((change) => change.day <= day)?.price),
  );

/** A quote is for its day alone. */
export const memoryData = ({ prices }: MemoryChart): DataBehind =>
  table(
    prices.map(({ label, quotes }) => ({ label, prices: quotes.map(({ day, value }) => ({ day, price: value })) })),
    (quotes, day) => cell(quotes.find((quote) => quote.day === day)?.price),
  );
