/**
 * The numeric boundary: the one place that tells the compiler an index is in range. One function for each kind of array,
 * because the engine makes quick code for a load that has only ever seen one.
 */

/** `numbers[index]` for an index the caller's loop bounds; undefined behaviour outside them. */
export const element = (numbers: readonly number[], index: number): number => numbers[index] as number;

export const columnElement = (column: Float64Array, index: number): number => column[index] as number;

export const wordElement = (words: Uint32Array, index: number): number => words[index] as number;
