/** A rental price that moves by more than lists ever do is held back until it is confirmed. */
import type { Quote } from '@bandgap/core';
import type { PreviousReading } from './previous-reading.ts';
import { ratioText, unitRatioOf } from './unit-change.ts';

/**
 * On-demand lists change on one to five days in a hundred, and by more than 35 % on one in a thousand: RunPod's H200
 * from 3.59 to a placeholder of 0.5 (2026-04-16), DigitalOcean up by 30 to 66 % (2026-08-02, gpurentalprices.com).
 */
const LARGEST_MOVE = { spot: 0.6, other: 0.35 };
const AGREEMENT = 0.1;

/**
 * Confirmed is a price that the reading before held back too, or that the seller itself asks elsewhere. Repetition does
 * not confirm a move by a ratio between units: a source that changed its unit goes on saying so.
 */
export function jump({ series, value }: Quote, previous: PreviousReading): string | undefined {
  const before = previous.valueOf(series);
  if (before === undefined || series.terms.kind !== 'rental') return undefined;
  const allowed = series.terms.tenor === 'spot' ? LARGEST_MOVE.spot : LARGEST_MOVE.other;
  if (Math.abs(value / before - 1) <= allowed) return undefined;

  const first = previous.firstHand?.(series);
  if (first !== undefined && Math.abs(value / first - 1) <= AGREEMENT) return undefined;
  const ratio = unitRatioOf(value / before);
  if (ratio !== undefined) return `unit-change: ${before} to ${value} is ${ratioText(ratio)}`;
  return previous.heldOf?.(series) === value ? undefined : `jump: ${before} to ${value}`;
}
