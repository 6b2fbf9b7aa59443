/** Which memory part a board means: by the board's own number, which stays, before the name, which drifts. */
import { type BoardIds, type MemoryPart, memoryPartByBoardId, memoryPartByName } from '@bandgap/catalog';
import type { Skip } from '@bandgap/core';
import { printedSizes } from './printed-sizes.ts';

export interface NamedProduct {
  readonly label: string;
  readonly board: keyof BoardIds;
  /** Absent where the document prints no number. */
  readonly id?: number | string;
}

export type Identified = { readonly part: MemoryPart } | { readonly code: Skip['code']; readonly text: string };

/** The part, or why there is none: nobody knows it, or its number, name and sizes do not agree. */
export function boardPart({ label, board, id }: NamedProduct): Identified {
  const numbered = id === undefined ? undefined : memoryPartByBoardId(board, id);
  const named = memoryPartByName(label);
  const known = `${label}${id === undefined ? '' : ` (${id})`}`;
  const part = numbered ?? named;
  if (part === undefined) return { code: 'unknown_subject', text: known };

  if (named !== undefined && named !== part) return { code: 'ambiguous', text: `${known}: is ${part.id} by number` };
  const otherNumber = part.boardIds[board];
  if (id !== undefined && numbered === undefined && otherNumber !== undefined)
    return { code: 'ambiguous', text: `${known}: ${part.id} is ${otherNumber}` };
  const gigabits = (part.capacityGb ?? 0) * 8;
  const sizes = printedSizes(label);
  if (named === undefined && (sizes.length === 0 || sizes.some((size) => size !== gigabits)))
    return {
      code: 'ambiguous',
      text: `${known}: expected ${gigabits} Gb, printed ${sizes.join(' and ') || 'no size'}`,
    };
  return { part };
}
