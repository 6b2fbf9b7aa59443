/** Spearman's rank correlation: how far two columns rise together, whatever the shape of their relation. */
import { columnElement, wordElement } from '../element.ts';

/** Writes the rank of each number into `ranked`, from 1 for the smallest; equal numbers share the mean of their ranks. */
export function ranks(values: Float64Array, order: Uint32Array, ranked: Float64Array): Float64Array {
  let first = 0;
  while (first < order.length) {
    const value = columnElement(values, wordElement(order, first));
    let after = first + 1;
    while (after < order.length && columnElement(values, wordElement(order, after)) === value) after++;
    const shared = (first + 1 + after) / 2;
    for (let k = first; k < after; k++) ranked[wordElement(order, k)] = shared;
    first = after;
  }
  return ranked;
}

/** The correlation of two columns of ranks; null where one of them does not vary. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number | null {
  const mean = (a.length + 1) / 2;
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  for (let index = 0; index < a.length; index++) {
    const fromA = columnElement(a, index) - mean;
    const fromB = columnElement(b, index) - mean;
    both += fromA * fromB;
    ofA += fromA * fromA;
    ofB += fromB * fromB;
  }
  return ofA === 0 || ofB === 0 ? null : both / Math.sqrt(ofA * ofB);
}
