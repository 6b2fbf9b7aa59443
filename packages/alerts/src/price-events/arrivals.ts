/** Models that come and go. */
import type { PriceEvent } from './price-event.ts';
import { daysAbsent, saidNow, subjectsIn, type TokenPriceState } from './price-state.ts';

/** Of 527 models that left LiteLLM's list, 193 were back within a day (2025-02 to 2026-08). */
export const daysUntilRemoved = 3;

/** A model is removed once it has been absent for three days, and added again when it comes back after that. */
export function arrivals(before: TokenPriceState, after: TokenPriceState): readonly PriceEvent[] {
  const added = subjectsIn(saidNow(after)).filter(
    (subject) =>
      (daysAbsent(before, subject) ?? daysUntilRemoved) >= daysUntilRemoved && daysAbsent(after, subject) === 0,
  );
  const removed = subjectsIn(after.prices).filter(
    (subject) =>
      (daysAbsent(after, subject) ?? 0) >= daysUntilRemoved &&
      (daysAbsent(before, subject) ?? daysUntilRemoved) < daysUntilRemoved,
  );
  return [
    ...added.map((subject) => ({ kind: 'model_added', subject }) as const),
    ...removed.map((subject) => ({ kind: 'model_removed', subject }) as const),
  ];
}
