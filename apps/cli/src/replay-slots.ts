/** The slots of a replay: everything recorded of these sources, and the documents that ship with Bandgap. */
import type { Slot } from '@bandgap/db';
import type { Recordings } from '@bandgap/ingest';
import type { Source } from '@bandgap/sources';

export const replaySlots = (selected: readonly Source[], recordings: Recordings): readonly Slot[] => [
  ...bundledSlots(selected),
  ...recordings.slots(selected.map(({ id }) => id)),
];

export const bundledSlots = (selected: readonly Source[]): readonly Slot[] =>
  selected.flatMap(({ id, bundled }) => (bundled === undefined ? [] : [{ sourceId: id, dueAt: bundled.releasedAt }]));
