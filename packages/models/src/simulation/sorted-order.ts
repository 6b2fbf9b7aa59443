/** The order of many numbers without comparing them: a radix sort on their bits. */
import { columnElement, wordElement } from '../element.ts';

const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;
const DIGIT_MASK = DIGITS - 1;

/** Where the low word of a double stands: 1 is 0x3ff00000_00000000. */
const LOW_WORD = new Uint32Array(new Float64Array([1]).buffer)[0] === 0 ? 0 : 1;

/** Moves per number beyond which sorting low words too is quicker than mending the order one by one. */
const FEW_MOVES = 4;

/** Indices of `values` from the smallest to the largest, equal ones in their order. Values are not NaN. */
export function sortedOrder(values: Float64Array): Uint32Array {
  const words = new Uint32Array(Float64Array.from(values).buffer);
  const high = orderedWords(words, 'high');
  const byHigh = sortedBy([high], values.length);
  if (mended(byHigh, values)) return byHigh;
  return sortedBy([orderedWords(words, 'low'), high], values.length);
}

/** One word of each number, its bits turned so that they sort as the numbers do. */
function orderedWords(words: Uint32Array, which: 'low' | 'high'): Uint32Array {
  const count = words.length / 2;
  const ordered = new Uint32Array(count);
  const [own, sign] = which === 'low' ? [LOW_WORD, 0] : [1 - LOW_WORD, 1 << 31];
  for (let index = 0; index < count; index++) {
    const negative = wordElement(words, 2 * index + 1 - LOW_WORD) >>> 31 === 1;
    ordered[index] = wordElement(words, 2 * index + own) ^ (negative ? -1 : sign);
  }
  return ordered;
}

/** Sorts by the last word first to last digit, then by the one before it: each pass keeps the order of the one before. */
function sortedBy(words: readonly Uint32Array[], count: number): Uint32Array {
  let order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  let next = new Uint32Array(count);
  const places = new Uint32Array(DIGITS);
  for (const word of words) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      if (!placesOf(word, shift, places)) continue;
      for (let k = 0; k < count; k++) {
        const index = wordElement(order, k);
        const digit = (wordElement(word, index) >>> shift) & DIGIT_MASK;
        const place = wordElement(places, digit);
        next[place] = index;
        places[digit] = place + 1;
      }
      [order, next] = [next, order];
    }
  }
  return order;
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
