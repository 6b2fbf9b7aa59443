/** A rental price, or a spot price of memory, that moves by more than they ever do is held back until it is confirmed. */
import type { Quote } from '@bandgap/core';
import type { HeldPrice, PreviousReading } from './previous-reading.ts';
import { ratioText, unitRatioOf } from './unit-change.ts';

/**
 * On-demand lists change on one to five days in a hundred, and by more than 35 % on one in a thousand: RunPod's H200
 * from 3.59 to a placeholder of 0.5 (2026-04-16), DigitalOcean up by 30 to 66 % (2026-08-02, gpurentalprices.com).
 */
const LARGEST_MOVE = { spot: 0.6, other: 0.35 };
const AGREEMENT = 0.1;

/** In the steepest weeks of late 2025 memory moved by 20 %; what it does in more than a week says nothing. */
const LARGEST_MOVE_OF_MEMORY = 0.4;
const DAYS_COMPARED = 7;

/** How often a held price has to be quoted again, and how far apart for it not to be one error seen twice. */
const REPETITIONS = 2;
const HOURS_APART = 20;

export interface Hold {
  /** Time confirms a jump. It never confirms a changed unit, for a source that changed its unit goes on saying so. */
  readonly rule: 'jump' | 'unit-change';
  readonly move: string;
}

/** Undefined where the move is usual, where the seller itself says the same, or where a jump was repeated long enough. */
export function jump({ series, value }: Quote, previous: PreviousReading): Hold | undefined {
  const before = previous.valueOf(series);
  const largest = largestMove(series, previous);
  if (before === undefined || largest === undefined) return undefined;
  const ratio = unitRatioOf(value / before, series.unit);
  if (ratio === undefined && Math.abs(value / before - 1) <= largest) return undefined;

  const asked = previous.firstHand?.(series) ?? [];
  if (asked.some((price) => Math.abs(value / price - 1) <= AGREEMENT)) return undefined;
  const move = `${before} to ${value}`;
  if (ratio !== undefined) return { rule: 'unit-change', move: `${move} is ${ratioText(ratio)}` };
  return isRepeated(value, previous.heldOf?.(series)) ? undefined : { rule: 'jump', move };
}

function largestMove({ terms }: Quote['series'], { daysAgo = 0 }: PreviousReading): number | undefined {
  if (terms.kind === 'rental') return terms.tenor === 'spot' ? LARGEST_MOVE.spot : LARGEST_MOVE.other;
  const isCompared = terms.kind === 'memory' && terms.basis === 'spot' && daysAgo <= DAYS_COMPARED;
  return isCompared ? LARGEST_MOVE_OF_MEMORY : undefined;
}

function isRepeated(value: number, held: HeldPrice | undefined): boolean {
  if (held?.value !== value) return false;
  let [repetitions, counted = 0] = [0, held.hoursAgo[0]];
  for (const hours of [...held.hoursAgo, 0]) {
    if (counted - hours < HOURS_APART) continue;
    repetitions += 1;
    counted = hours;
  }
  return repetitions >= REPETITIONS;
}
