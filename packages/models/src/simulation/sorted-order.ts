/** The order of many numbers without comparing them: a radix sort on their bits. */
import { columnElement, wordElement } from '../element.ts';

const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;
const DIGIT_MASK = DIGITS - 1;

/** Where the low word of a double stands: 1 is 0x3ff00000_00000000. */
const LOW_WORD = new Uint32Array(new Float64Array([1]).buffer)[0] === 0 ? 0 : 1;

/** Moves per number beyond which sorting low words too is quicker than mending the order one by one. */
const FEW_MOVES = 4;

/** Arrays that one sort after the other works in. */
export interface SortRoom {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly order: Uint32Array;
  readonly other: Uint32Array;
  readonly places: Uint32Array;
}

export const sortRoom = (count: number): SortRoom => ({
  low: new Uint32Array(count),
  high: new Uint32Array(count),
  order: new Uint32Array(count),
  other: new Uint32Array(count),
  places: new Uint32Array(DIGITS),
});

/**
 * Indices of `values` from the smallest to the largest, equal ones in their order. Values are not NaN, and as many as
 * the room is for. The result stands in the room, until the next sort.
 */
export function sortedOrder(values: Float64Array, room: SortRoom): Uint32Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  orderWords(words, 'high', room.high);
  const byHigh = sortedBy([room.high], room);
  if (mended(byHigh, values)) return byHigh;
  orderWords(words, 'low', room.low);
  return sortedBy([room.low, room.high], room);
}

/** One word of each number, its bits turned so that they sort as the numbers do. */
function orderWords(words: Uint32Array, which: 'low' | 'high', ordered: Uint32Array): void {
  const own = which === 'low' ? LOW_WORD : 1 - LOW_WORD;
  const sign = which === 'low' ? 0 : 1 << 31;
  for (let index = 0; index < ordered.length; index++) {
    const negative = wordElement(words, 2 * index + 1 - LOW_WORD) >>> 31 === 1;
    ordered[index] = wordElement(words, 2 * index + own) ^ (negative ? -1 : sign);
  }
}

/** Sorts by the first word first, each from its last digit: every pass keeps the order of the one before. */
function sortedBy(words: readonly Uint32Array[], room: SortRoom): Uint32Array {
  let { order, other } = room;
  for (let index = 0; index < order.length; index++) order[index] = index;
  for (const word of words) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      if (!placesOf(word, shift, room.places)) continue;
      distribute({ word, shift, places: room.places, order, next: other });
      [order, other] = [other, order];
    }
  }
  return order;
}

interface Pass {
  readonly word: Uint32Array;
  readonly shift: number;
  readonly places: Uint32Array;
  readonly order: Uint32Array;
  readonly next: Uint32Array;
}

function distribute({ word, shift, places, order, next }: Pass): void {
  for (let k = 0; k < order.length; k++) {
    const index = wordElement(order, k);
    const digit = (wordElement(word, index) >>> shift) & DIGIT_MASK;
    const place = wordElement(places, digit);
    next[place] = index;
    places[digit] = place + 1;
  }
}

/** Turns `places` into where the first number with each digit goes; false where all have the same digit. */
function placesOf(word: Uint32Array, shift: number, places: Uint32Array): boolean {
  places.fill(0);
  for (let index = 0; index < word.length; index++) {
    const digit = (wordElement(word, index) >>> shift) & DIGIT_MASK;
    places[digit] = wordElement(places, digit) + 1;
  }
  if (wordElement(places, (wordElement(word, 0) >>> shift) & DIGIT_MASK) === word.length) return false;
  let place = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const digits = wordElement(places, digit);
    places[digit] = place;
    place += digits;
  }
  return true;
}

/** Puts numbers with equal high words in order where they stand; false, and not all in order, where that is too much. */
function mended(order: Uint32Array, values: Float64Array): boolean {
  let movesLeft = FEW_MOVES * order.length;
  let before = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < order.length; k++) {
    const index = wordElement(order, k);
    const value = columnElement(values, index);
    if (value >= before) {
      before = value;
      continue;
    }
    let place = k;
    while (place > 0 && columnElement(values, wordElement(order, place - 1)) > value) {
      order[place] = wordElement(order, place - 1);
      place--;
      movesLeft--;
    }
    order[place] = index;
    if (movesLeft < 0) return false;
  }
  return true;
}
