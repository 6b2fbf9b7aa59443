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

/** What of a source is due, told apart by what can be done about it. */
export interface DueSlots {
  readonly sourceId: string;
  /** The document that ships with Bandgap, due once, when it was released. */
  readonly bundled?: Slot;
  /** Slots that went by while nobody polled, oldest first. */
  readonly missed: readonly Slot[];
  /** The slot to poll for now, unless it was announced before. */
  readonly current?: Slot;
}

/** A source that was never announced is due now, whenever its last slot was. */
export function dueSlots(source: Source, now: Instant, lastAnnounced: Instant | undefined): DueSlots {
  const sourceId = source.id;
  const bundled = source.bundled && { sourceId, dueAt: source.bundled.releasedAt };
  const due = isPolled(source) ? scheduledSlots(source, now, lastAnnounced) : [];
  const current = due.at(-1);
  return {
    sourceId,
    missed: due.slice(0, -1),
    ...(bundled === undefined ? {} : { bundled }),
    ...(current === undefined ? {} : { current }),
  };
}

/** Some sources only ship with Bandgap; others are asked too, or only asked. */
export const isPolled = (source: Source): boolean => source.requests({ key: '' }).length > 0;

function scheduledSlots(
  { id: sourceId, schedule }: Source,
  now: Instant,
  lastAnnounced: Instant | undefined,
): readonly Slot[] {
  const slots: Slot[] = [];
  let dueAt = slotBefore(schedule, now);
  while (slots.length < mostMissed && (lastAnnounced === undefined ? slots.length === 0 : dueAt > lastAnnounced)) {
    slots.unshift({ sourceId, dueAt });
    dueAt = slotBefore(schedule, toInstant(new Date(Date.parse(dueAt) - 1)));
  }
  return slots;
}
