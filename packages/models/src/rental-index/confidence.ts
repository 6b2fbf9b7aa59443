/** How far a fixing may be trusted. */
import { median } from '@bandgap/core';
import type { Band } from './index-level.ts';

/** `degraded` and `insufficient` fixings may not raise alerts. */
export type Confidence = 'ok' | 'low' | 'insufficient' | 'degraded';

/** Below this many owners there is no value. */
export const FEWEST_OWNERS = 3;
const ENOUGH_OWNERS = 5;
const WIDEST_BAND = 0.2;
const SMALLEST_PANEL = 0.6;
const MOST_WITHHELD = 0.2;

export interface FixingPanel {
  readonly level: number;
  readonly band: Band;
  readonly owners: number;
  /** Owners of whom something newer was said and not believed. */
  readonly withheld: number;
  /** Numbers of owners at the fixings before this one. */
  readonly recentCounts: readonly number[];
}

export function confidenceOf({ level, band, owners, withheld, recentCounts }: FixingPanel): Confidence {
  if (withheld > MOST_WITHHELD * owners) return 'degraded';
  if (recentCounts.length > 0 && owners < SMALLEST_PANEL * median(recentCounts)) return 'degraded';
  if (owners < ENOUGH_OWNERS || band.high - band.low > WIDEST_BAND * level) return 'low';
  return 'ok';
}
