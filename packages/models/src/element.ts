/** The numeric boundary: the one place that tells the compiler an index is in range. */

/** `numbers[index]` for an index the caller's loop bounds; undefined behaviour outside them. */
export const element = (numbers: ArrayLike<number>, index: number): number => numbers[index] as number;
