/** One line about a source: its id, its state, and what there is to say. */
import type { SlotReport } from '@bandgap/ingest';

export const sourceLine = (id: string, state: string, remark: string): string =>
  `  ${id.padEnd(24)} ${state.padEnd(12)} ${remark}`;

/** How a slot of a source went. */
export const slotLine = ({ sourceId, dueAt, outcome, message }: SlotReport): string =>
  sourceLine(sourceId, outcome, message ?? dueAt.slice(0, 16));
