/** One line about how a slot of a source went. */
import type { SlotReport } from '@bandgap/ingest';

export const sourceLine = ({ sourceId, dueAt, outcome, message }: SlotReport): string =>
  `  ${sourceId.padEnd(24)} ${outcome.padEnd(12)} ${message ?? dueAt.slice(0, 16)}`;
