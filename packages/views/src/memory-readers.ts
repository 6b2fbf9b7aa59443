/** All that a page, a message or a command wants to know of memory. */
import type { Db } from '@bandgap/db';
import { type MemoryQuote, readMemoryBoard } from './memory-board-reader.ts';
import { type MemoryPartHistory, readMemoryPart } from './memory-part-reader.ts';
import { type PassThroughView, readMemoryPassThrough } from './memory-pass-through-reader.ts';
import { type CitedMemoryPrice, citedMemoryPrices } from './memory-reference-view.ts';
import { readSignalHeadlines, type SignalHeadline, type SignalHeadlineSearch } from './memory-signals-reader.ts';

export interface MemoryReaders {
  memoryBoard(): Promise<readonly MemoryQuote[]>;
  /** Undefined for a part that the catalog does not have. */
  memoryPart(id: string): Promise<MemoryPartHistory | undefined>;
  memoryPassThrough(): Promise<readonly PassThroughView[]>;
  memorySignals(search?: SignalHeadlineSearch): Promise<readonly SignalHeadline[]>;
  memoryReference(): Promise<readonly CitedMemoryPrice[]>;
}

/** `licensed` names restricted sources whose licence to republish the operator says to hold. */
export const memoryReaders = ({ query }: Db, licensed: readonly string[] = []): MemoryReaders => ({
  memoryBoard: () => readMemoryBoard(query, licensed),
  memoryPart: (id) => readMemoryPart(query, id, licensed),
  memoryPassThrough: () => readMemoryPassThrough(query, licensed),
  memorySignals: (search) => readSignalHeadlines(query, search),
  memoryReference: async () => citedMemoryPrices(),
});
