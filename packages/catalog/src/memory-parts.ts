/** The memory products whose prices are followed. */
import type { Unit } from '@bandgap/core';
import { boardParts } from './memory-board-parts.ts';
import { moduleParts } from './memory-module-parts.ts';
import { otherParts } from './memory-other-parts.ts';

/** How boards number a product. The number stays when the name changes. */
export interface BoardIds {
  /** `type` in the address of the price chart. */
  readonly dramexchange?: number;
  /** Its weekly (ews) or monthly (ems) list, and the number in it. */
  readonly memorymarket?: `${'ews' | 'ems'}/${number}`;
}

export interface MemoryPart {
  /** The density in the id of a chip, die or package is in gigabits, that of a module or stack in gigabytes, as it is traded. */
  readonly id: string;
  readonly name: string;
  readonly form: 'chip' | 'die' | 'module' | 'card' | 'package' | 'stack' | 'gigabyte';
  /** In gigabytes of 8 gigabits. Absent where the price is already one per gigabyte. */
  readonly capacityGb?: number;
  readonly unit: Unit;
  /** Chips under a maker's brand cost several times those sold with effectively tested (eTT) marking. */
  readonly grade?: 'branded' | 'ett';
  readonly boardIds: BoardIds;
  /** Other names in use. Compare them in upper and lower case as written: Gb is a gigabit and GB a gigabyte. */
  readonly aliases: readonly string[];
}

export const memoryParts: readonly MemoryPart[] = [...boardParts, ...moduleParts, ...otherParts];

const byId: ReadonlyMap<string, MemoryPart> = new Map(memoryParts.map((part) => [part.id, part]));

export const memoryPart = (id: string): MemoryPart | undefined => byId.get(id);

export const memoryPartByBoardId = (board: keyof BoardIds, id: number | string): MemoryPart | undefined =>
  memoryParts.find((part) => part.boardIds[board] === id);

/** The part of that name or alias, to the letter. */
export const memoryPartByName = (name: string): MemoryPart | undefined =>
  memoryParts.find((part) => part.name === name || part.aliases.includes(name));
