/** The memory products whose prices are followed. */
import type { Unit } from '@bandgap/core';
import { boardParts } from './memory-board-parts.ts';
import { otherParts } from './memory-other-parts.ts';

export interface MemoryPart {
  /** The density in the id of a chip, die or package is in gigabits, that of a module or stack in gigabytes, as it is traded. */
  readonly id: string;
  readonly name: string;
  readonly form: 'chip' | 'die' | 'module' | 'package' | 'stack' | 'gigabyte';
  /** In gigabytes of 8 gigabits. Absent where the price is already one per gigabyte. */
  readonly capacityGb?: number;
  readonly unit: Unit;
  /** Chips under a maker's brand cost several times those sold with effectively tested (eTT) marking. */
  readonly grade?: 'branded' | 'ett';
  /** The numbers under which boards keep the product, which stay when its name changes. */
  readonly boardIds: Readonly<Partial<Record<'dramexchange', number>>>;
  /** Other names in use. Compare them in upper and lower case as written: Gb is a gigabit and GB a gigabyte. */
  readonly aliases: readonly string[];
}

export const memoryParts: readonly MemoryPart[] = [...boardParts, ...otherParts];

const byId: ReadonlyMap<string, MemoryPart> = new Map(memoryParts.map((part) => [part.id, part]));

export const memoryPart = (id: string): MemoryPart | undefined => byId.get(id);

export const memoryPartByBoardId = (source: 'dramexchange', id: number): MemoryPart | undefined =>
  memoryParts.find((part) => part.boardIds[source] === id);

/** The part of that name or alias, to the letter. */
export const memoryPartByName = (name: string): MemoryPart | undefined =>
  memoryParts.find((part) => part.name === name || part.aliases.includes(name));
