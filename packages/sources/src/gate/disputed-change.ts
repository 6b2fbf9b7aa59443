/** The change that a memory board prints beside a price is a check on it: it has to lead from the price we know to this one. */
import { type Quote, type Skip, skip } from '@bandgap/core';
import type { PreviousReading } from './previous-reading.ts';

/** Boards print prices to a thousandth and changes to a hundredth of a percent. */
const PRICE_STEP = 0.001;
const CHANGE_STEP = 0.01;

/**
 * What is called the change of a session is that against the last session of the day before, as all 199 changes do that two
 * collectors recorded from 2026-06-11 to 2026-08-21 with the close before them. Undefined where it agrees to the last digit,
 * and where nobody knows the close.
 */
export function disputedChange(quote: Quote, previous: PreviousReading): Skip | undefined {
  const { series, value, printedChange: printed } = quote;
  if (printed === undefined) return undefined;
  const close = previous.closeBefore?.(quote);
  if (close === undefined) return undefined;
  const percent = (value / close - 1) * 100;
  const rounding = (CHANGE_STEP + (100 * PRICE_STEP * (1 + value / close)) / close) / 2;
  if (Math.abs(percent - printed.percent) <= rounding) return undefined;
  const said = `${series.subject} at ${series.venue}: printed ${printed.percent} %`;
  return skip('disputed', `${said}, but from ${close} to ${value} is ${percent.toFixed(2)} %`, printed.at);
}
