/** What happened to memory prices, dated: jumps of a price within a session, and what the press said would come. */
import { type Day, dayOf, daysBetween, type Instant } from '@bandgap/core';
import { type Query, type StoredSignal, signals } from '@bandgap/db';
import { mayPublish, sourceById } from '@bandgap/sources';
import type { MemoryPricePoint, MemorySeries } from './memory-price.ts';
import { productsOfPart } from './memory-products.ts';

export interface MemoryHappening {
  readonly kind: 'jump' | 'forecast' | 'change';
  readonly day: Day;
  readonly text: string;
  /** Where it was read; absent for what our own record shows. */
  readonly url?: string;
  readonly receipt?: string;
  readonly publishable: boolean;
}

/** A move from one session to the next that is noted: in the 51 sessions recorded in summer 2026 the largest was 3.5 %. */
export const notedMove = 0.1;

/** Quotes further apart are no two sessions in a row. */
const longestSessionGapDays = 8;
const mostSignals = 200;

interface Line extends MemorySeries {
  readonly points: readonly MemoryPricePoint[];
}

/** In the order of days. */
export async function memoryHappenings(query: Query, lines: readonly Line[]): Promise<readonly MemoryHappening[]> {
  const products = [...new Set(lines.flatMap(({ part }) => productsOfPart(part)))];
  const said = products.length === 0 ? [] : await signals(query, { products, limit: mostSignals });
  return [...lines.flatMap(jumpsIn), ...said.map(happeningOf)].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function jumpsIn({ points, basis, sourceName, publishable }: Line): readonly MemoryHappening[] {
  if (basis !== 'spot' && basis !== 'spot_proxy') return [];
  return points.flatMap(({ asOf, value, receipt }, index): readonly MemoryHappening[] => {
    const before = points[index - 1];
    if (before === undefined || daysBetween(before.asOf, asOf) > longestSessionGapDays) return [];
    const move = value / before.value - 1;
    if (Math.abs(move) < notedMove) return [];
    const text = `${sourceName}: ${signed(move)} since ${sessionOf(before.asOf)}`;
    return [{ kind: 'jump', day: dayOf(asOf), text, receipt, publishable }];
  });
}

const signed = (share: number) => `${share > 0 ? '+' : '−'}${Math.abs(share * 100).toFixed(1)} %`;
const sessionOf = (instant: Instant) => dayOf(instant);

function happeningOf(signal: StoredSignal): MemoryHappening {
  const { sourceId, status, period, product, publishedAt, url } = signal;
  const source = sourceById(sourceId);
  return {
    kind: status === 'actual' ? 'change' : 'forecast',
    day: dayOf(publishedAt),
    text: `${source?.name ?? sourceId}: ${product} ${rangeText(signal)} in ${period}${status === 'revised' ? ', revised' : ''}`,
    url,
    publishable: mayPublish(sourceId),
  };
}

/** `+55 to +60 %`, `over +60 %`, `unchanged`. */
export function rangeText({ low, high, bound }: Pick<StoredSignal, 'low' | 'high' | 'bound'>): string {
  const percent = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}`;
  if (bound === 'flat') return 'unchanged';
  if (high === null) return `over ${percent(low ?? 0)} %`;
  if (low === null) return `up to ${percent(high)} %`;
  return low === high ? `${percent(low)} %` : `${percent(low)} to ${percent(high)} %`;
}
