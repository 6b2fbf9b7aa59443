/** Which slots a schedule has, told from the clock alone: any process that asks at any time gets the same ones. */
import { type Instant, toInstant } from '@bandgap/core';
import type { Slot } from '@bandgap/db';
import type { Source } from '@bandgap/sources';
import { CronExpressionParser } from 'cron-parser';

/** The newest slot of a cron expression at or before an instant, in UTC. */
export function slotBefore(schedule: string, instant: Instant): Instant {
  const justAfter = new Date(Date.parse(instant) + 1);
  return toInstant(CronExpressionParser.parse(schedule, { currentDate: justAfter, tz: 'UTC' }).prev().toDate());
}

/** Never more than this many missed slots of one source are listed. */
const mostMissed = 100;

/**
 * The slots of a source after the last announced one, up to now, oldest first. All but the newest were missed.
 * A source that was never announced is due now; a bundled document is due once, when it was released.
 */
export function dueSlots(source: Source, now: Instant, lastAnnounced: Instant | undefined): readonly Slot[] {
  const sourceId = source.id;
  if (source.bundled !== undefined) return [{ sourceId, dueAt: source.bundled.releasedAt }];
  const slots: Slot[] = [];
  let dueAt = slotBefore(source.schedule, now);
  while (slots.length < mostMissed && (lastAnnounced === undefined ? slots.length === 0 : dueAt > lastAnnounced)) {
    slots.unshift({ sourceId, dueAt });
    dueAt = slotBefore(source.schedule, toInstant(new Date(Date.parse(dueAt) - 1)));
  }
  return slots;
}
